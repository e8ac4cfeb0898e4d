import { type Damaged, damage, naiveTraditional, OFTEN_ANNOTATED, seededRandom } from '@/lib/text/damage';
import type { GbkTables } from '@/lib/text/gbk';
import { restore } from '@/lib/text/restore';
import { loadTextTables, type TextTables } from '@/lib/text/tables';
import { CORPUS_FILES, isHeldOut, readCorpus } from '../corpus';
import { hasShared } from './shared-files';
import { measureUndamaged } from './undamaged';

const PAGE = 20;
const MARKED_GAP = '\uFFFD';

interface Tally {
  all: number;
  right: number;
  left: number;
}

interface Line {
  readonly truth: string;
  readonly damaged: Damaged;
}

export interface RestorationOptions {
  /** How many paragraphs to damage, at least: every nth of the held-out documents, or all where there are fewer. */
  readonly paragraphs: number;
  /** Failures to show. */
  readonly shown: number;
  readonly seed: number;
}

interface Measured {
  readonly kinds: Map<string, Tally>;
  /** Lines with one restoration and no doubt, by confidence in steps of 0.05. */
  readonly margins: Map<number, Tally>;
  milliseconds: number;
  places: number;
  /** Failures that may still be shown. */
  toShow: number;
}

/** Damages clean paragraphs of the held-out corpus and measures how many come back, and what is repaired without need. */
export async function evaluateRestoration({ paragraphs, shown, seed }: RestorationOptions): Promise<void> {
  const corpus = CORPUS_FILES.map((name) => `corpus/${name}.jsonl.gz`);
  if (!hasShared('restoration', corpus)) return;
  const tables = loadTextTables('data');
  tables.shiftBeam();
  const clean = await readParagraphs(tables);
  const pages = damagePages(sample(clean, paragraphs, seed), seed, tables, tables.gbk());
  const measured: Measured = {
    kinds: new Map(),
    margins: new Map(),
    milliseconds: 0,
    places: 0,
    toShow: shown,
  };
  for (const page of pages) measurePage(page, tables, measured);
  const { milliseconds, places } = measured;
  console.log(
    `${pages.length * PAGE} paragraphs of ${clean.length}, ${places} damaged places, ${(milliseconds / Math.max(1, places)).toFixed(2)} ms a place`,
  );
  report(measured);
  await measureUndamaged(tables);
}

function sample(paragraphs: readonly string[], wanted: number, seed: number): string[] {
  const step = Math.max(1, Math.floor(paragraphs.length / Math.max(1, wanted)));
  return paragraphs.filter((_, i) => i % step === seed % step);
}

async function readParagraphs(tables: TextTables): Promise<string[]> {
  const found: string[] = [];
  for (const name of CORPUS_FILES) {
    for await (const { index, text } of readCorpus(name)) {
      if (!isHeldOut(index)) continue;
      for (const line of restore(text, tables).text.string.split('\n'))
        if (line.length > 60 && line.length < 800) found.push(line);
    }
  }
  return found;
}

/** The readings of one page: a part of the characters often annotated, and a few others. */
function makeReadings(
  random: () => number,
  tables: TextTables,
  readings: ReadonlyMap<number, readonly string[]>,
): Map<string, string> {
  const chosen = new Set([...OFTEN_ANNOTATED].filter(() => random() < 0.6));
  const others = [...readings.keys()].filter((unit) => tables.conversion.script[unit] === 1);
  for (let i = 0; i < 30; i++)
    chosen.add(String.fromCharCode(others[Math.floor(random() * others.length)] ?? 0x5340));
  return new Map(
    [...chosen].flatMap(
      (c) =>
        readings
          .get(c.charCodeAt(0))
          ?.slice(0, 1)
          .map((reading) => [c, reading] as const) ?? [],
    ),
  );
}

function kindOf({ torn, cuts, vanished, swallowed }: Damaged): string {
  if (torn + cuts === 0) return swallowed + vanished === 0 ? 'annotations only' : 'other';
  if (swallowed > 0) return 'swallowed ASCII';
  const event = cuts > 0 ? (torn > 0 ? 'torn + cut' : 'cut') : 'torn';
  return vanished > 0 ? `${event}, ${vanished === 1 ? 'one pair' : 'several pairs'} vanished` : event;
}

/** Equal but for marked gaps where the truth has one ASCII character. */
function isRight(restored: string, truth: string): boolean {
  if (restored === truth) return true;
  if (!restored.includes(MARKED_GAP) || restored.length !== truth.length) return false;
  return [...restored].every((c, i) => c === truth[i] || (c === MARKED_GAP && (truth[i] ?? '') < '\u0080'));
}

function count<Key>(map: Map<Key, Tally>, key: Key, right: boolean, left: boolean): void {
  const tally = map.get(key) ?? { all: 0, right: 0, left: 0 };
  tally.all++;
  if (right) tally.right++;
  if (left) tally.left++;
  map.set(key, tally);
}

function measurePage(lines: readonly Line[], tables: TextTables, measured: Measured): void {
  const page = lines.map((line) => line.damaged.text).join('\n');
  const begun = process.cpuUsage();
  const restored = restore(page, tables);
  measured.milliseconds += process.cpuUsage(begun).user / 1000;
  const found = restored.text.string.split('\n');
  let start = 0;
  lines.forEach(({ truth, damaged }, index) => {
    const line = found[index] ?? '';
    const end = start + line.length;
    const inside = restored.repairs.filter(
      (repair) => repair.kind === 'byte-shift' && repair.start >= start && repair.end <= end,
    );
    const doubts = restored.notes.filter(
      (note) =>
        note.code === 'byte-shift-unresolved' && (note.start ?? -1) >= start && (note.start ?? -1) <= end,
    );
    start = end + 1;
    const right = isRight(line, truth);
    const kind = kindOf(damaged);
    measured.places += damaged.torn + damaged.cuts;
    count(measured.kinds, kind, right, doubts.length > 0);
    const [only] = inside;
    if (only && inside.length === 1 && doubts.length === 0)
      count(measured.margins, Math.floor(only.confidence * 20) / 20, right, false);
    if (!right && measured.toShow-- > 0) {
      console.log(
        explain(
          kind,
          damaged.text,
          line,
          truth,
          inside.map((repair) => repair.confidence),
        ),
      );
    }
  });
}

function explain(
  kind: string,
  damaged: string,
  restored: string,
  truth: string,
  confidences: readonly number[],
): string {
  let at = 0;
  while (at < truth.length && restored[at] === truth[at]) at++;
  const events =
    damaged
      .match(/.{0,6}\?.{0,22}/g)
      ?.slice(0, 3)
      .join(' .. ') ?? '';
  return `--- ${kind} ${confidences.join(' ')}\n  shown    ${events}\n  restored ${restored.slice(Math.max(0, at - 8), at + 24)}\n  truth    ${truth.slice(Math.max(0, at - 8), at + 24)}`;
}

function damagePages(truths: readonly string[], seed: number, tables: TextTables, gbk: GbkTables): Line[][] {
  const random = seededRandom(seed);
  const readings = tables.readings();
  const pages: Line[][] = [];
  let page: Line[] = [];
  let annotated = makeReadings(random, tables, readings);
  for (const truth of truths) {
    const damaged = damage(
      naiveTraditional(truth, tables.conversion),
      { annotated, cuts: ['；', '？'], folds: true },
      gbk,
    );
    if (!damaged) continue;
    page.push({ truth, damaged });
    if (page.length < PAGE) continue;
    pages.push(page);
    page = [];
    annotated = makeReadings(random, tables, readings);
  }
  return pages;
}

const share = ({ right, all }: { right: number; all: number }) =>
  `${((100 * right) / Math.max(1, all)).toFixed(1)} %`;

function sum(tallies: Iterable<Tally>): Tally {
  const total = { all: 0, right: 0, left: 0 };
  for (const { all, right, left } of tallies) {
    total.all += all;
    total.right += right;
    total.left += left;
  }
  return total;
}

function report({ kinds, margins }: Measured): void {
  const row = (kind: string, tally: Tally) =>
    console.log(
      `${kind.padEnd(36)} ${String(tally.right).padStart(6)} of ${String(tally.all).padStart(6)} ${share(tally).padStart(8)}  left in doubt ${tally.left}`,
    );
  for (const [kind, tally] of [...kinds].sort()) row(kind, tally);
  const some = (part: string) =>
    sum([...kinds].filter(([kind]) => kind.includes(part)).map(([, tally]) => tally));
  row('= with one pair vanished', some('one pair'));
  row('= with any pair vanished', some('vanished'));
  console.log('lines with one restoration, by its confidence');
  for (const [bucket, tally] of [...margins].sort(([a], [b]) => a - b))
    console.log(`  from ${bucket.toFixed(2)}  ${tally.right} of ${tally.all}  ${share(tally)}`);
  const sure = sum([...margins].filter(([bucket]) => bucket >= 0.899).map(([, tally]) => tally));
  console.log(`  from 0.90 in all  ${sure.right} of ${sure.all}  ${share(sure)}`);
}
