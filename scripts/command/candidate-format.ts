import type { Candidate } from '@/lib/discover/find-candidates';

export type CandidateFormat = 'table' | 'jsonl' | 'tsv';

const COLUMNS = [
  'rank',
  'phrase',
  'shape',
  'score',
  'frequency',
  'documents',
  'years',
  'places',
  'quoted',
] as const;

function day(date: number): string | null {
  if (date === 0) return null;
  const text = String(date);
  return [text.slice(0, 4), text.slice(4, 6), text.slice(6)].filter((p) => p !== '00').join('-');
}

/** Columns that a text takes on a terminal: Han characters and their punctuation take two. */
function width(text: string): number {
  let columns = 0;
  for (const c of text) columns += /[\u2e80-\u9fff\uff00-\uff60\u3000-\u303f]/.test(c) ? 2 : 1;
  return columns;
}

const pad = (text: string, columns: number) => text + ' '.repeat(Math.max(1, columns - width(text)));

function tableLine(c: Candidate, rank: number): string {
  const counts = `${String(c.frequency).padStart(6)} × in ${String(c.documents).padStart(5)} documents, ${c.years} years`;
  const variants = c.variants.length > 0 ? `\n      = ${c.variants.join(' · ')}` : '';
  const [example] = c.examples;
  const context = example ? `\n      ${example.day ?? 'undated'} ${example.text.replaceAll('\n', ' ')}` : '';
  return `${String(rank).padStart(4)}  ${pad(c.phrase, 28)}${c.shape.padEnd(9)}${counts}${variants}${context}`;
}

function tsvLine(c: Candidate, rank: number): string {
  const cells = [
    rank,
    c.phrase,
    c.shape,
    c.score.toFixed(2),
    c.frequency,
    c.documents,
    c.years,
    c.places,
    c.quoted.toFixed(3),
    day(c.first) ?? '',
    day(c.last) ?? '',
    c.variants.join('|'),
    c.examples.map((e) => e.text.replace(/[\t\n]/g, ' ')).join('|'),
  ];
  return cells.join('\t');
}

const jsonLine = (c: Candidate, rank: number) =>
  JSON.stringify({ rank, ...c, first: day(c.first), last: day(c.last) });

const LINES: Record<CandidateFormat, (c: Candidate, rank: number) => string> = {
  table: tableLine,
  jsonl: jsonLine,
  tsv: tsvLine,
};

/** A list of candidates, ending in a line break; empty where there are none. */
export function formatCandidates(candidates: readonly Candidate[], format: CandidateFormat): string {
  const header =
    format === 'tsv' ? `${[...COLUMNS, 'first', 'last', 'variants', 'examples'].join('\t')}\n` : '';
  const lines = candidates.map((c, i) => LINES[format](c, i + 1));
  return header + (lines.length > 0 ? `${lines.join('\n')}\n` : '');
}
