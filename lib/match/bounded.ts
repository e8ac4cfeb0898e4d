import { BOUNDED_RULES, type BoundedRule, FRAME_WORDS, GOVERNING } from './bounded-tables';

/** How far words before the first clause and after the last one are looked at. */
const REACH_BEFORE = 6;
export const REACH_AFTER = 8;

/**
 * Whether any rule is for so many clauses of that length, from `start` to `end`, in that place: settles nearly all
 * runs before their clauses are looked at.
 */
export function mayBeBounded(
  clauses: number,
  length: number,
  text: string,
  start: number,
  end: number,
): boolean {
  let after: string | null = null;
  for (let r = 0; r < BOUNDED_RULES.length; r++) {
    const rule = BOUNDED_RULES[r] as BoundedRule;
    if (!fits(rule, clauses, length)) continue;
    after ??= text.slice(end, end + REACH_AFTER);
    if (rule.after.test(after) && rule.before.test(wordsBefore(text, start))) return true;
  }
  return false;
}

function fits({ leastClauses, mostClauses, lengths }: BoundedRule, clauses: number, length: number): boolean {
  return clauses >= leastClauses && clauses <= mostClauses && length >= lengths[0] && length <= lengths[1];
}

function wordsBefore(text: string, start: number): string {
  return text.slice(Math.max(0, start - REACH_BEFORE), start);
}

/**
 * Whether clauses of one length form a saying by where they stand. `start` is the offset of the first clause,
 * `after` the text after the last one.
 */
export function isBoundedParallel(
  clauses: readonly string[],
  text: string,
  start: number,
  after: string,
): boolean {
  const [first = ''] = clauses;
  const before = wordsBefore(text, start);
  return (
    BOUNDED_RULES.some(
      (rule) =>
        fits(rule, clauses.length, first.length) &&
        rule.after.test(after) &&
        rule.before.test(before) &&
        clauses.every((clause) => rule.clause.test(clause)) &&
        shares(clauses, rule.share),
    ) &&
    new Set(clauses).size === clauses.length &&
    !governsList(clauses)
  );
}

/** Whether only the first clause begins with a verb that governs a list: 完善用地、用水政策 lists what is completed. */
function governsList(clauses: readonly string[]): boolean {
  const [first = '', ...rest] = clauses;
  return GOVERNING.has(first.slice(0, 2)) && !rest.some((clause) => GOVERNING.has(clause.slice(0, 2)));
}

function shares(clauses: readonly string[], what: BoundedRule['share']): boolean {
  const [first = '', ...rest] = clauses;
  if (what === undefined) return true;
  const frame = [...first].findIndex(
    (c, at) => FRAME_WORDS.has(c) && rest.every((clause) => clause.charAt(at) === c),
  );
  if (what === 'frame word') return frame >= 0;
  return (
    frame === 0 ||
    rest.every((clause) => clause.startsWith(first.slice(0, 2))) ||
    rest.every((clause) => clause.endsWith(first.slice(-2)))
  );
}
