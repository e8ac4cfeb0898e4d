import { MARKER, NAME, onlyMeaning, provinceOf } from './facts.ts';
import { type Division, type Gazetteer, type NameEntry, validAt } from './gazetteer.ts';
import { NOT_A_PLACE, POINTS } from './name-weights.ts';
import { HIT, type Hits } from './scan.ts';
import { Votes } from './votes.ts';

/** The votes of one text at a time. */
const votes = new Votes();
/** Names that several places share, and what pairs with several codes stand for: they tell which of several places a name means, and are no votes. */
const shared: number[] = [];
const meant: number[] = [];

/**
 * Points by code, of the names among hits that were weighed; overwritten by the next call. A name that several divisions share
 * goes to the one that other names of the text point to. `at` is the date, where it is known.
 */
export function countVotes(hits: Hits, gazetteer: Gazetteer, at: string | null): Votes {
  const numbers = hits.numbers.read();
  const end = hits.count * HIT.size;
  votes.begin(gazetteer.table, hits);
  shared.length = 0;
  meant.length = 0;
  for (let name = nextName(numbers, 0, end); name < end; ) {
    const next = nextName(numbers, name + HIT.size, end);
    const weight = POINTS[numbers[name + HIT.code] as number] as number;
    if (weight !== 0 && (next === end || !readPair(numbers, name, next, gazetteer, at)))
      readName(numbers, name, weight, gazetteer, at);
    name = next;
  }
  for (let vote = 0, own = votes.count; vote < own; vote++) raiseAncestors(vote, gazetteer);
  for (const name of shared) resolveShared(numbers, name, gazetteer, at);
  return votes;
}

/** Where the next name of a place begins among the numbers of the hits; `end` without one. */
function nextName(numbers: Int32Array, from: number, end: number): number {
  for (let hit = from; hit < end; hit += HIT.size)
    if (((numbers[hit + HIT.facts] as number) & MARKER.is) === 0 && numbers[hit + HIT.code] !== NOT_A_PLACE)
      return hit;
  return end;
}

/** 广东省|深圳: where the second lies in the first, it alone counts. False where it does not. */
function readPair(
  numbers: Int32Array,
  upper: number,
  lower: number,
  gazetteer: Gazetteer,
  at: string | null,
): boolean {
  if ((numbers[lower + HIT.start] as number) - (numbers[upper + HIT.end] as number) > 1) return false;
  const above = provinceOf(numbers[upper + HIT.facts] as number);
  const below = provinceOf(numbers[lower + HIT.facts] as number);
  // Different provinces settle most neighbours of a list.
  if (above !== below && above !== 0 && below !== 0) return false;
  const codes = inside(gazetteer, numbers[upper + HIT.word] as number, numbers[lower + HIT.word] as number);
  if (codes.length === 0) return false;
  if (codes.length === 1) votes.add(codes[0] as number, lower, 1);
  else {
    const valid = codesOf(numbers, lower, gazetteer, at).filter((code) => codes.includes(code));
    // Of several codes the one that the name stands for at the date: 上海宝山 was a county before it was a district.
    if (valid.length === 1) meant.push(valid[0] as number);
  }
  return true;
}

function readName(
  numbers: Int32Array,
  name: number,
  weight: number,
  gazetteer: Gazetteer,
  at: string | null,
): void {
  const facts = numbers[name + HIT.facts] as number;
  const only = onlyMeaning(facts);
  if (only >= 0 && (at === null || (facts & (NAME.stable | NAME.medium)) !== 0)) {
    votes.add(only, name, weight);
    return;
  }
  const codes = codesOf(numbers, name, gazetteer, at);
  if (codes.length === 1) votes.add(codes[0] as number, name, weight);
  else if (codes.length > 1) shared.push(name);
}

/** Whether what a name stands for now is what it stood for at the date. */
function isSettled(numbers: Int32Array, name: number, count: number, at: string | null): boolean {
  const facts = numbers[name + HIT.facts] as number;
  return count > 0 && (at === null || (facts & (NAME.stable | NAME.medium)) !== 0);
}

/** Codes of an entry that lie in one of another, worked out once for every two names that meet in a text. */
function inside(gazetteer: Gazetteer, upper: number, lower: number): readonly number[] {
  const { entries, neighbours, table } = gazetteer;
  const key = upper * 65_536 + lower;
  const known = neighbours.get(key);
  if (known !== undefined) return known;
  const { divisions } = entries[upper] as NameEntry;
  const codes = listInside(gazetteer, (entries[lower] as NameEntry).divisions, divisions);
  const found = codes.map((code) => table.numberOf.get(code) as number);
  neighbours.set(key, found);
  return found;
}

function listInside(gazetteer: Gazetteer, lower: readonly Division[], upper: readonly Division[]): string[] {
  const above = new Set(upper.map(({ code }) => code));
  const provinces = new Set(upper.map(({ code }) => code.slice(0, 2)));
  const codes = new Set(lower.map(({ code }) => code));
  return [...codes].filter(
    (code) =>
      provinces.has(code.slice(0, 2)) &&
      gazetteer.ancestors(code).some((each) => each !== code && above.has(each)),
  );
}

/** Codes that a name stood for at the date; where it stands for a higher and a lower division, the higher only. */
function codesOf(
  numbers: Int32Array,
  name: number,
  gazetteer: Gazetteer,
  at: string | null,
): readonly number[] {
  const { table, entries } = gazetteer;
  const word = numbers[name + HIT.word] as number;
  const first = table.meaningsAt[word] as number;
  const behind = table.meaningsAt[word + 1] as number;
  if (isSettled(numbers, name, behind - first, at)) return Array.from(table.meanings.subarray(first, behind));
  return listCodes(gazetteer, entries[word] as NameEntry, at).map(
    (code) => table.numberOf.get(code) as number,
  );
}

function listCodes(gazetteer: Gazetteer, entry: NameEntry, at: string | null): readonly string[] {
  const all = gazetteer.candidates(entry.name, at ?? undefined);
  const divisions =
    entry.kind === 'short' ? all.filter((d) => (at === null ? d.until === '' : validAt(d, at))) : all;
  const codes = [...new Set(divisions.map((d) => d.code))];
  if (codes.length === 1) return codes;
  for (const level of ['province', 'prefecture'] as const) {
    const high = [...new Set(divisions.filter((d) => d.level === level).map((d) => d.code))];
    if (high.length === 1 && entry.kind === 'short') return high;
    if (high.length === 1 && divisions.every((d) => d.level === level || d.until !== '')) return high;
  }
  return codes;
}

/** A division speaks for what it lies in too. */
function raiseAncestors(vote: number, { table: { parents } }: Gazetteer): void {
  for (let number = parents[votes.numberOf(vote)] as number; number >= 0; number = parents[number] as number)
    votes.raise(vote, number);
}

/** Gives a shared name (鼓楼区, 朝阳) to the candidate whose ancestors have points; to none where that is even. */
function resolveShared(numbers: Int32Array, name: number, gazetteer: Gazetteer, at: string | null): void {
  const { parents } = gazetteer.table;
  let best = -1;
  let bestPoints = 0;
  for (const code of codesOf(numbers, name, gazetteer, at)) {
    const own = votes.find(code);
    let points = (own < 0 ? 0 : votes.weightOf(own)) + (meant.includes(code) ? 1 : 0);
    for (let above = parents[code] as number; above >= 0; above = parents[above] as number) {
      const vote = votes.find(above);
      if (vote >= 0) points += votes.weightOf(vote) + 0.3 * votes.belowOf(vote);
    }
    if (points > bestPoints) {
      best = code;
      bestPoints = points;
    } else if (points === bestPoints) best = -1;
  }
  if (best >= 0) votes.add(best, name, POINTS[numbers[name + HIT.code] as number] as number);
}
