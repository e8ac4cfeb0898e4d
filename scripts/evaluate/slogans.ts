import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { extract } from '@/lib/extract';
import { parseDocument } from '@/lib/ingest/read/parse-document';
import { loadResources } from '@/lib/resources';
import type { Input } from '@/lib/types';
import { extractionLine } from '../command/extraction-line';
import { CORPUS_FILES } from '../corpus';
import { readTruth } from '../truth/read-truth';
import {
  add,
  type Found,
  NOTHING,
  type SloganError,
  scoreDocument,
  type Tally,
  type Truth,
} from '../truth/score-slogans';
import { hasShared, ROOT, SHARED } from './shared-files';

const foundShape = z.object({
  text: z.string(),
  mentions: z.array(z.object({ slogan: z.string(), kind: z.string() })),
  lists: z.array(z.object({ style: z.string(), items: z.array(z.object({ head: z.string() })) })),
});
const rowShape = z.object({ id: z.string(), title: z.string().nullish(), text: z.string().nullish() });

interface Document {
  readonly corpus: string;
  readonly input: Input;
}

/**
 * Measures slogans and directive lists against hand-read truth: files of JSONL or of the seeds' JSON; without any the
 * development truth in `data/truth` and the truth of the seeds. Documents come from `../shared/corpus` by their id, and
 * from `../shared/seeds` by their file.
 */
export function evaluateSlogans(truths: readonly string[], showErrors: boolean): void {
  const needed = ['seeds', 'gold/seeds.json', ...CORPUS_FILES.map((name) => `corpus/${name}.jsonl.gz`)];
  if (!hasShared('slogans', needed)) return;
  const standard = [
    join(ROOT, 'data', 'truth', 'slogans-development.jsonl'),
    join(SHARED, 'gold', 'seeds.json'),
  ];
  for (const file of truths.length > 0 ? truths : standard) measure(file, showErrors);
}

/** The documents that the truth is about, by id or file. */
function readDocuments(truths: readonly Truth[]): Map<string, Document> {
  const wanted = new Set(truths.flatMap((truth) => truth.id ?? []));
  const documents = new Map<string, Document>();
  for (const file of truths.flatMap((truth) => truth.file ?? [])) {
    const bytes = readFileSync(join(SHARED, 'seeds', file));
    const parsed = parseDocument({ input: file, line: null, format: 'text', bytes }, null);
    if ('input' in parsed) documents.set(file, { corpus: 'seeds', input: parsed.input });
  }
  if (wanted.size === 0) return documents;
  for (const corpus of CORPUS_FILES) {
    const packed = readFileSync(join(SHARED, 'corpus', `${corpus}.jsonl.gz`));
    for (const line of gunzipSync(packed).toString('utf8').split('\n')) {
      const id = /"id":\s*"([^"]+)"/.exec(line)?.[1];
      if (id !== undefined && wanted.has(id)) documents.set(id, { corpus, input: inputOf(line) });
    }
  }
  return documents;
}

function inputOf(line: string): Input {
  const { id, title, text } = rowShape.parse(JSON.parse(line));
  return {
    id,
    title: title ?? null,
    text: text ?? '',
    source: null,
    url: null,
    date: null,
    place: null,
    published: null,
    encoding: 'utf-8',
    notes: [],
  };
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '    –' : `${((100 * part) / whole).toFixed(1).padStart(5)}`;
}

function printTally(name: string, t: Tally): void {
  const recall = t.found / Math.max(1, t.must);
  const precision = t.found / Math.max(1, t.found + t.wrong);
  const f1 = (2 * recall * precision) / Math.max(recall + precision, 1e-9);
  console.log(
    `${name.padEnd(16)} ${String(t.documents).padStart(4)} documents  ${String(t.must).padStart(4)} slogans  ` +
      `recall ${percent(t.found, t.must)}  precision ${percent(t.found, t.found + t.wrong)}  F1 ${(100 * f1).toFixed(1)}  ` +
      `lists ${t.listsFound}/${t.lists}, ${t.listsWrong} wrong`,
  );
}

function printKinds(errors: readonly SloganError[]): void {
  const kinds = new Map<string, { missed: number; wrong: number }>();
  for (const { what, kind, times } of errors) {
    const counts = kinds.get(kind) ?? { missed: 0, wrong: 0 };
    counts[what] += times;
    kinds.set(kind, counts);
  }
  for (const [kind, { missed, wrong }] of [...kinds].sort())
    console.log(`  ${kind.padEnd(10)} missed ${missed}, wrong ${wrong}`);
}

function measure(path: string, showErrors: boolean): void {
  const resources = loadResources(join(ROOT, 'data'));
  const truths = readTruth(path);
  const documents = readDocuments(truths);
  const tallies = new Map<string, Tally>();
  const errors: SloganError[] = [];
  console.log(`\n${basename(path)}`);
  for (const truth of truths) {
    const name = truth.file ?? truth.id ?? '';
    const document = documents.get(name);
    if (document === undefined) {
      console.log(`  ${name}: no such document`);
      continue;
    }
    const found: Found = foundShape.parse(JSON.parse(extractionLine(extract(document.input, resources))));
    const score = scoreDocument(truth, found);
    tallies.set(document.corpus, add(tallies.get(document.corpus) ?? NOTHING, score.tally));
    errors.push(...score.errors);
    if (showErrors)
      for (const e of score.errors) console.log(`  ${name}: ${e.what} ${e.slogan} ×${e.times} (${e.kind})`);
  }
  for (const [corpus, tally] of tallies) printTally(corpus, tally);
  if (tallies.size > 1) printTally('all', [...tallies.values()].reduce(add, NOTHING));
  printKinds(errors);
}
