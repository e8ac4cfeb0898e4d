import { z } from 'zod';

/** A document as a reader marked it, before the extraction was looked at: one line of a truth file. */
export const truthShape = z.object({
  id: z.string().optional(),
  /** Name of the file, where the document is one. */
  file: z.string().optional(),
  /** What has to be found, and how often. */
  must: z.record(z.string(), z.number()),
  /** Neither rewarded nor punished. */
  may: z.array(z.string()),
  never: z.array(z.string()).default([]),
  /** Occurrences beyond those of `must` that are accepted. */
  upTo: z.record(z.string(), z.number()).default({}),
  /** Absent where nobody marked the directive lists. */
  lists: z.array(z.object({ items: z.number(), starts: z.array(z.string()) })).optional(),
});

export type Truth = z.infer<typeof truthShape>;

/** What an extraction found, as the command line prints it. */
export interface Found {
  readonly text: string;
  readonly mentions: readonly { readonly slogan: string; readonly kind: string }[];
  readonly lists: readonly { readonly style: string; readonly items: readonly { readonly head: string }[] }[];
}

export interface Tally {
  readonly documents: number;
  readonly must: number;
  readonly found: number;
  readonly wrong: number;
  readonly lists: number;
  readonly listsFound: number;
  readonly listsWrong: number;
}

/** One wording that was passed over or reported without need, with how often. */
export interface SloganError {
  readonly what: 'missed' | 'wrong';
  readonly slogan: string;
  readonly kind: string;
  readonly times: number;
}

export const NOTHING: Tally = {
  documents: 0,
  must: 0,
  found: 0,
  wrong: 0,
  lists: 0,
  listsFound: 0,
  listsWrong: 0,
};

/** The sum of two tallies. */
export function add(a: Tally, b: Tally): Tally {
  return {
    documents: a.documents + b.documents,
    must: a.must + b.must,
    found: a.found + b.found,
    wrong: a.wrong + b.wrong,
    lists: a.lists + b.lists,
    listsFound: a.listsFound + b.listsFound,
    listsWrong: a.listsWrong + b.listsWrong,
  };
}

/** One spelling for quotation marks, spaces, widths and separators; separators are not put in where none stand. */
export function wordingKey(wording: string): string {
  return wording
    .normalize('NFKC')
    .replace(/[“”"'‘’「」『』《》\s]/g, '')
    .replace(/[，,、;；]/g, '、');
}

/** What a wording looks like: misses have no kind of their own. */
function shapeOf(slogan: string): string {
  if (/[+×]|^\d+$/.test(slogan)) return 'formula';
  if (slogan.includes('、')) return 'parallel';
  return /^[一二三四五六七八九十百千万两双多\d]/.test(slogan) ? 'numeral' : 'set';
}

/** Scores one document by occurrences: what may be found counts neither for nor against. */
export function scoreDocument(
  truth: Truth,
  found: Found,
): { readonly tally: Tally; readonly errors: readonly SloganError[] } {
  const errors: SloganError[] = [];
  const got = new Map<string, { times: number; kind: string }>();
  for (const { slogan, kind } of found.mentions) {
    const key = wordingKey(slogan);
    got.set(key, { times: (got.get(key)?.times ?? 0) + 1, kind });
  }
  const must = keyed(truth.must);
  const upTo = keyed(truth.upTo);
  const may = new Set(truth.may.map(wordingKey));
  const text = wordingKey(found.text);
  let [wanted, hits, wrong] = [0, 0, 0];
  for (const [slogan, times] of must) {
    const hit = Math.min(times, got.get(slogan)?.times ?? 0);
    wanted += times;
    hits += hit;
    if (hit < times) errors.push({ what: 'missed', slogan, kind: shapeOf(slogan), times: times - hit });
  }
  for (const [slogan, { times, kind }] of got) {
    const accepted = may.has(slogan)
      ? Math.max(1, text.split(slogan).length - 1)
      : Math.max(must.get(slogan) ?? 0, upTo.get(slogan) ?? 0);
    if (times <= accepted) continue;
    wrong += times - accepted;
    errors.push({ what: 'wrong', slogan, kind, times: times - accepted });
  }
  return { tally: { documents: 1, must: wanted, found: hits, wrong, ...scoreLists(truth, found) }, errors };
}

function keyed(counts: Readonly<Record<string, number>>): Map<string, number> {
  return new Map(Object.entries(counts).map(([slogan, times]) => [wordingKey(slogan), times]));
}

/** A list is found when it has as many items as it should, each beginning as it should, in order. */
function scoreLists(truth: Truth, found: Found): Pick<Tally, 'lists' | 'listsFound' | 'listsWrong'> {
  if (truth.lists === undefined) return { lists: 0, listsFound: 0, listsWrong: 0 };
  const clean = (words: string) => wordingKey(words).replace(/^[、。:：]+/, '');
  const left = found.lists
    .filter((list) => list.style !== '排比')
    .map((list) => list.items.map((item) => clean(item.head)));
  let [right, matched] = [0, 0];
  for (const { items, starts } of truth.lists) {
    const want = starts.map(clean);
    const hits = left.map((heads) => countInOrder(heads, want));
    const best = hits.reduce((a, hit, at) => (hit > (hits[a] ?? 0) ? at : a), 0);
    const bestHits = hits[best] ?? 0;
    if (bestHits === 0) continue;
    matched++;
    if (bestHits === want.length && left[best]?.length === items) right++;
    left.splice(best, 1);
  }
  return { lists: truth.lists.length, listsFound: right, listsWrong: left.length + matched - right };
}

function countInOrder(heads: readonly string[], want: readonly string[]): number {
  let [from, hits] = [0, 0];
  for (const start of want) {
    const at = heads.findIndex(
      (head, i) => i >= from && (head.startsWith(start) || (head.length >= 2 && start.startsWith(head))),
    );
    if (at < 0) continue;
    hits++;
    from = at + 1;
  }
  return hits;
}
