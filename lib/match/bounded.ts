import type { Text } from '@/lib/types';
import {
  BOUNDED_RULES,
  type BoundedRule,
  FRAME_WORDS,
  GOVERNING,
  INTRODUCED,
  NAMED,
  PAUSES_AFTER,
  PAUSES_BEFORE,
  THING,
} from './bounded-tables';
import { clausesAt, SPACES, UnitSet } from './characters';
import { PatternSet } from './pattern-set';

/** How far words before the first clause and after the last one are looked at. */
const REACH_BEFORE = 6;
const REACH_AFTER = 8;
/** Clauses are fewer than this, and shorter. */
const MOST = 10;

/** The rules, as bits in their order, that something holds for. */
function rulesThat(holds: (rule: BoundedRule) => boolean): number {
  return BOUNDED_RULES.reduce((bits, rule, r) => bits | (Number(holds(rule)) << r), 0);
}

/** By number of clauses and their length the rules for them. */
const FITTING = Int32Array.from({ length: MOST * MOST }, (_, i) => {
  const [count, size] = [Math.floor(i / MOST), i % MOST];
  return rulesThat(
    ({ leastClauses, mostClauses, lengths: [least, most] }) =>
      count >= leastClauses && count <= mostClauses && size >= least && size <= most,
  );
});
const FOR_COMMAS = rulesThat((rule) => rule.commas === true);
const AFTER_PAUSE = rulesThat((rule) => rule.before === 'pause');
const AFTER_INTRODUCTION = rulesThat((rule) => rule.before === 'introduction');
const BEFORE_PAUSE = rulesThat((rule) => rule.after === 'pause');
const BEFORE_NAME = rulesThat((rule) => rule.after === 'name');
const SHARING_WORD = rulesThat((rule) => rule.share === 'frame word');
const SHARING_END = rulesThat((rule) => rule.share === 'end');
const SHARING_ALL = rulesThat((rule) => rule.share === 'all');

const INTRODUCTIONS = new PatternSet([INTRODUCED]);
const PAUSE_BEFORE = new UnitSet(PAUSES_BEFORE + SPACES);
const PAUSE_AFTER = new UnitSet(PAUSES_AFTER + SPACES);
const FRAMES = new UnitSet(FRAME_WORDS);

/**
 * Whether so many clauses of one length, one unit apart from `start` on, form a saying by where they stand. `commas`
 * says that commas part them. What the units around and in the clauses show is asked before what words do.
 */
export function isBoundedParallel(
  text: Text,
  start: number,
  size: number,
  count: number,
  commas = false,
): boolean {
  const { string, units } = text;
  const end = start + count * (size + 1) - 1;
  let rules = count < MOST && size < MOST ? (FITTING[MOST * count + size] as number) : 0;
  if (commas) rules &= FOR_COMMAS;
  const opens = start === 0 || PAUSE_BEFORE.has(units[start - 1] as number);
  const closes = end === string.length || PAUSE_AFTER.has(units[end] as number);
  if (!opens) rules &= ~AFTER_PAUSE;
  rules &= closes ? ~BEFORE_NAME : ~BEFORE_PAUSE;
  rules = withoutSharing(rules, units, start, size, count);
  if (rules === 0) return false;
  if ((rules & AFTER_INTRODUCTION) !== 0 && !isIntroduced(string, start)) rules &= ~AFTER_INTRODUCTION;
  if (rules === 0) return false;
  const after = string.slice(end, end + REACH_AFTER);
  const clauses = clausesAt(string, start, size, count);
  return (
    BOUNDED_RULES.some(
      (rule, r) =>
        (rules & (1 << r)) !== 0 &&
        clauses.every((clause) => rule.clause.test(clause)) &&
        (rule.after === 'anything' || closes || NAMED.test(after)),
    ) &&
    new Set(clauses).size === count &&
    !governsList(clauses) &&
    !namesThings(clauses)
  );
}

function isIntroduced(string: string, start: number): boolean {
  return INTRODUCTIONS.testIn(string, Math.max(0, start - REACH_BEFORE), start);
}

/** The rules without those whose clauses share what these do not. */
function withoutSharing(
  rules: number,
  units: Uint16Array,
  start: number,
  size: number,
  count: number,
): number {
  let left = rules;
  if ((left & SHARING_WORD) !== 0 && !sharesWord(units, start, size, count)) left &= ~SHARING_WORD;
  if ((left & SHARING_END) !== 0 && !sharesEnd(units, start, size, count)) left &= ~SHARING_END;
  if ((left & SHARING_ALL) !== 0 && !sharesAll(units, start, size)) left &= ~SHARING_ALL;
  return left;
}

/** Whether all clauses have the unit of the first one at a place; `step` is from clause to clause. */
function sameAt(units: Uint16Array, at: number, step: number, count: number): boolean {
  for (let n = 1; n < count; n++) if (units[at + n * step] !== units[at]) return false;
  return true;
}

function sharesWord(units: Uint16Array, start: number, size: number, count: number): boolean {
  for (let at = start; at < start + size; at++)
    if (FRAMES.has(units[at] as number) && sameAt(units, at, size + 1, count)) return true;
  return false;
}

function sharesEnd(units: Uint16Array, start: number, size: number, count: number): boolean {
  const step = size + 1;
  const last = start + size - 1;
  if (
    sameAt(units, start, step, count) &&
    (FRAMES.has(units[start] as number) || sameAt(units, start + 1, step, count))
  )
    return true;
  return sameAt(units, last, step, count) && sameAt(units, last - 1, step, count);
}

/** Whether two clauses have the same units in any order; their sums are compared first, which is cheaper. */
function sharesAll(units: Uint16Array, start: number, size: number): boolean {
  const next = start + size + 1;
  let sum = 0;
  for (let i = 0; i < size; i++) sum += (units[start + i] as number) - (units[next + i] as number);
  if (sum !== 0) return false;
  const second = units.slice(next, next + size).sort();
  return units
    .slice(start, start + size)
    .sort()
    .every((unit, i) => unit === second[i]);
}

/** Whether one of two clauses, or half of three and more, ends in the name of a thing. */
function namesThings(clauses: readonly string[]): boolean {
  return clauses.filter((clause) => THING.test(clause)).length * 2 >= clauses.length;
}

/** Whether only the first clause begins with a verb that governs a list: 完善用地、用水政策 lists what is completed. */
function governsList(clauses: readonly string[]): boolean {
  const [first = '', ...rest] = clauses;
  return GOVERNING.has(first.slice(0, 2)) && !rest.some((clause) => GOVERNING.has(clause.slice(0, 2)));
}
