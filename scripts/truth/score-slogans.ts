import { z } from 'zod';

/** A list by how many items it has and how each of them begins. */
const listShape = z.object({ items: z.number(), starts: z.array(z.string()) });

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
  lists: z.array(listShape).optional(),
  /** Outlines, articles and glossaries: numbered, and no directives; neither rewarded nor punished. */
  lists_may: z.array(listShape).default([]),
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

/** One spelling for quotation marks, spaces, widths and digits, without separators: readers write them or not, as they please. */
export function wordingKey(wording: string): string {
  return wording
    .normalize('NFKC')
    .replace(/[“”"'‘’「」『』《》\s，,、;；·]/g, '')
    .replace(/[一二三四五六七八九]/g, (digit) => String('一二三四五六七八九'.indexOf(digit) + 1));
}

/** What a wording looks like: misses have no kind of their own. */
function shapeOf(slogan: string): string {
  if (/[+×]|^\d+$/.test(slogan)) return 'formula';
  if (/[，,、;；·]/.test(slogan)) return 'parallel';
  return /^[一二三四五六七八九十百千万两双多\d]/.test(slogan) ? 'numeral' : 'set';
}

/** Scores one document by occurrences: what may be found counts neither for nor against. */
export function scoreDocument(
  truth: Truth,
  found: Found,
): { readonly tally: Tally; readonly errors: readonly SloganError[] } {
  const errors: SloganError[] = [];
  const got = new Map<string, { slogan: string; times: number; kind: string }>();
  for (const { slogan, kind } of found.mentions) {
    const key = wordingKey(slogan);
    got.set(key, { slogan, times: (got.get(key)?.times ?? 0) + 1, kind });
  }
  const must = keyed(truth.must);
  const written = new Map(Object.keys(truth.must).map((slogan) => [wordingKey(slogan), slogan]));
  const upTo = keyed(truth.upTo);
  const may = new Set(truth.may.map(wordingKey));
  const text = wordingKey(found.text);
  let [wanted, hits, wrong] = [0, 0, 0];
  for (const [key, times] of must) {
    const hit = Math.min(times, got.get(key)?.times ?? 0);
    const slogan = written.get(key) ?? key;
    wanted += times;
    hits += hit;
    if (hit < times) errors.push({ what: 'missed', slogan, kind: shapeOf(slogan), times: times - hit });
  }
  for (const [key, { slogan, times, kind }] of got) {
    const accepted = may.has(key)
      ? Math.max(1, text.split(key).length - 1)
      : Math.max(must.get(key) ?? 0, upTo.get(key) ?? 0);
    if (times <= accepted) continue;
    wrong += times - accepted;
    errors.push({ what: 'wrong', slogan, kind, times: times - accepted });
  }
  return { tally: { documents: 1, must: wanted, found: hits, wrong, ...scoreLists(truth, found) }, errors };
}

/** Counts by wording; spellings of one wording add up. */
function keyed(counts: Readonly<Record<string, number>>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [slogan, times] of Object.entries(counts)) {
    const key = wordingKey(slogan);
    sums.set(key, (sums.get(key) ?? 0) + times);
  }
  return sums;
}

/**
 * A list is found when it has as many items as it should, each beginning as it should, in order. What is left is wrong,
 * unless most of its items are those of a list that may be found.
 */
function scoreLists(truth: Truth, found: Found): Pick<Tally, 'lists' | 'listsFound' | 'listsWrong'> {
  if (truth.lists === undefined) return { lists: 0, listsFound: 0, listsWrong: 0 };
  const clean = (words: string) => wordingKey(words).replace(/^[。:：]+/, '');
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
  const outlines = truth.lists_may.map(({ starts }) => starts.map(clean));
  const wrong = left.filter(
    (heads) => !outlines.some((want) => countInOrder(heads, want) * 2 > heads.length),
  );
  return { lists: truth.lists.length, listsFound: right, listsWrong: wrong.length + matched - right };
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
