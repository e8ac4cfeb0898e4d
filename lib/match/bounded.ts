import { BOUNDED_RULES, type BoundedRule, FRAME_WORDS, GOVERNING } from './bounded-tables';

/** How far words before the first clause are looked at. */
const REACH = 6;

/** Whether any rule is for so many clauses of that length. */
export function mayBeBounded(clauses: number, length: number): boolean {
  return BOUNDED_RULES.some(
    (rule) =>
      clauses >= rule.leastClauses &&
      clauses <= rule.mostClauses &&
      length >= rule.lengths[0] &&
      length <= rule.lengths[1],
  );
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
  const before = text.slice(Math.max(0, start - REACH), start);
  return (
    BOUNDED_RULES.some(
      (rule) =>
        clauses.length >= rule.leastClauses &&
        clauses.length <= rule.mostClauses &&
        first.length >= rule.lengths[0] &&
        first.length <= rule.lengths[1] &&
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
