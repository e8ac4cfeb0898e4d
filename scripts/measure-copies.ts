// npx tsx scripts/measure-copies.ts [FILE.jsonl.gz]: how well near copies are found (docs/ingestion.md). Takes 2,000
// documents, of which half are edited copies of the other half, of the demonstration corpus or of a file.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { generateDemo } from '@/lib/demo/generate-demo';
import { editCharacters, editSentences, seededRandom } from '@/lib/store/copies/edit-text';
import { findGroups } from '@/lib/store/copies/find-groups';
import { sketchOf } from '@/lib/store/copies/sketch';
import { textHash } from '@/lib/store/identity';

const ORIGINALS = 1_000;
const LEVELS = [0, 0.05, 0.1, 0.15, 0.2, 0.3];
/** A sentence of fewer characters is said by many. */
const SENTENCE = 14;

interface Original {
  readonly text: string;
  /** Days since 1970. */
  readonly day: number;
}

const dayOf = (date: string | null | undefined) => Math.floor(Date.parse(date ?? '') / 86_400_000) || 0;

function readTexts(file: string | undefined): Original[] {
  if (file === undefined)
    return [...generateDemo({ seed: 11, documents: 1_100 })]
      .filter((d) => !d.truth.copies)
      .map((d) => ({ text: d.text, day: dayOf(d.truth.date) }));
  const lines = gunzipSync(readFileSync(file)).toString().split('\n').filter(Boolean);
  const step = Math.max(1, Math.floor(lines.length / 1_400));
  const some = lines
    .filter((_, i) => i % step === 0)
    .map((l) => JSON.parse(l) as { text: string; date?: string });
  const once = new Map(some.map((d) => [d.text, dayOf(d.date)]));
  return [...once].map(([text, day]) => ({ text, day })).filter((d) => d.text.length >= 150);
}

/** Without spaces, which differ with the layout of a page. */
function sentencesOf(text: string): Set<string> {
  const sentences = text.split(/[。！？；\n]/).map((s) => s.replace(/\s/g, ''));
  return new Set(sentences.filter((s) => s.length >= SENTENCE));
}

/** Versions of one document (a draft and what was enacted): one of them holds half of the sentences of the other. */
function areVersions(a: Set<string>, b: Set<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  return few.size > 0 && [...few].filter((s) => many.has(s)).length >= few.size / 2;
}

/** Whether every member of a group is a version of another, and all hang together. */
function isOneDocument(members: readonly Set<string>[]): boolean {
  const [first, ...rest] = members;
  const together = first ? [first] : [];
  for (let grown = true; grown; ) {
    const next = rest.findIndex((m) => together.some((t) => areVersions(m, t)));
    grown = next >= 0;
    if (grown) together.push(...rest.splice(next, 1));
  }
  return rest.length === 0;
}

const originals = readTexts(process.argv[2]).slice(0, ORIGINALS);
const texts = originals.map((o) => o.text);
const sentences = texts.map(sentencesOf);
const percent = (n: number, of = texts.length) => `${((100 * n) / of).toFixed(1)} %`;
/** Reports of fewer characters are the hardest: one edit breaks a larger part of them. */
const SHORT = 400;
const isShort = (text: string) => text.length < SHORT;

/** The groups of texts, each given with its day. */
function group(some: readonly Original[]): bigint[] {
  const dated = some.map(({ text, day }, i) => {
    const hash = textHash(text);
    return { text: hash, document: BigInt(i), day, signature: sketchOf(text), group: hash, arriving: true };
  });
  return findGroups(dated, (document) => some[Number(document)]?.text ?? '');
}

/** How many originals are in a group with others, and how many of these in one that is not versions of one document. */
function mergedAmong(groups: readonly bigint[]): string {
  const members = new Map<bigint, number[]>();
  for (const i of texts.keys())
    members.set(groups[i] as bigint, [...(members.get(groups[i] as bigint) ?? []), i]);
  const merged = [...members.values()].filter((m) => m.length > 1);
  const unrelated = merged.filter((m) => !isOneDocument(m.map((i) => sentences[i] as Set<string>)));
  return `${percent(unrelated.flat().length)}, and ${percent(merged.flat().length - unrelated.flat().length)} that are versions of one document`;
}

console.log(
  `${texts.length} originals, ${texts.filter(isShort).length} of them short (under ${SHORT} characters)`,
);
console.log(`originals at their own days: merged though unrelated ${mergedAmong(group(originals))}`);
const random = seededRandom(1);
for (const [name, edit] of [
  ['characters', editCharacters],
  ['sentences', editSentences],
] as const) {
  for (const level of LEVELS) {
    const copies = texts.map((t, i) => edit(t, level, texts[(i + 7) % texts.length] ?? '', random));
    // All at one day: the hardest case for telling unrelated reports apart.
    const groups = group([...texts, ...copies].map((text) => ({ text, day: 18_000 })));
    const found = texts.filter((_, i) => groups[i] === groups[i + texts.length]);
    const shorts = texts.filter(isShort).length;
    const short = shorts === 0 ? 'none' : percent(found.filter(isShort).length, shorts);
    console.log(
      `${name} ${Math.round(100 * level)} %: recall ${percent(found.length)} (short ones ${short}), merged though unrelated ${mergedAmong(groups)}`,
    );
  }
}
