import { BOUNDED_RULES, COUNTED, GOVERNING, LACKING, NAMED, PREDICATE_AFTER, THING } from './bounded-tables';
import { clausesAt } from './characters';
import { AFTER_INTRODUCTION, INTRODUCTIONS, PAUSE_AFTER } from './clause-sieve';

/** How far words before the first clause and after the last one are looked at. */
const REACH_BEFORE = 6;
const REACH_AFTER = 8;

/**
 * Whether so many clauses of one length, one unit apart from `start` on, form a saying by where they stand. `may` are
 * the rules, as bits, that what the units around and in the clauses show allows.
 */
export function isBoundedParallel(
  text: string,
  start: number,
  size: number,
  count: number,
  may: number,
): boolean {
  const end = start + count * (size + 1) - 1;
  let rules = may;
  if ((rules & AFTER_INTRODUCTION) !== 0 && !isIntroduced(text, start)) rules &= ~AFTER_INTRODUCTION;
  if (rules === 0) return false;
  const closes = end === text.length || PAUSE_AFTER.has(text.charCodeAt(end));
  const after = text.slice(end, end + REACH_AFTER);
  const clauses = clausesAt(text, start, size, count);
  return (
    BOUNDED_RULES.some(
      (rule, r) =>
        (rules & (1 << r)) !== 0 &&
        clauses.every((clause) => rule.clause.test(clause)) &&
        (rule.after === 'anything' || closes || (rule.called ?? NAMED).test(after)),
    ) &&
    new Set(clauses).size === count &&
    !governsList(clauses) &&
    !namesThings(clauses) &&
    !clauses.every((clause) => COUNTED.test(clause)) &&
    !clauses.every((clause) => LACKING.test(clause))
  );
}

function isIntroduced(text: string, start: number): boolean {
  return INTRODUCTIONS.testIn(text, Math.max(0, start - REACH_BEFORE), start);
}

/** 大抓项目 says what is done, whatever it ends in. */
const GRASPS = /^[大狠]?抓/;

/** Whether one of two clauses, or half of three and more, ends in the name of a thing. */
function namesThings(clauses: readonly string[]): boolean {
  const things = clauses.filter((clause) => THING.test(clause) && !GRASPS.test(clause));
  return things.length * 2 >= clauses.length;
}

/** Whether only the first clause begins with a verb that governs a list: 完善用地、用水政策 lists what is completed. */
function governsList(clauses: readonly string[]): boolean {
  const [first = '', ...rest] = clauses;
  return governs(first) && !rest.some(governs);
}

/** 国家有未来 says something of 国家 and governs nothing. */
function governs(clause: string): boolean {
  return GOVERNING.has(clause.slice(0, 2)) && !PREDICATE_AFTER.test(clause);
}
