import { BOUNDED_RULES, type BoundedRule, FRAME_WORDS, GOVERNING, THING } from './bounded-tables';

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
    if (rule.share === 'all' && !sumsAlike(text, start, length)) continue;
    if (rule.share === 'end' && !endsAlike(text, start, length)) continue;
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
 * `after` the text after the last one; `commas` says that commas part them.
 */
export function isBoundedParallel(
  clauses: readonly string[],
  text: string,
  start: number,
  after: string,
  commas = false,
): boolean {
  const [first = ''] = clauses;
  const before = wordsBefore(text, start);
  return (
    BOUNDED_RULES.some(
      (rule) =>
        (rule.commas === true || !commas) &&
        fits(rule, clauses.length, first.length) &&
        rule.after.test(after) &&
        rule.before.test(before) &&
        clauses.every((clause) => rule.clause.test(clause)) &&
        shares(clauses, rule.share),
    ) &&
    new Set(clauses).size === clauses.length &&
    !governsList(clauses) &&
    !namesThings(clauses)
  );
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

function shares(clauses: readonly string[], what: BoundedRule['share']): boolean {
  const [first = '', ...rest] = clauses;
  if (what === undefined) return true;
  if (what === 'all') return rest.every((clause) => sorted(clause) === sorted(first));
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

/** Whether a clause and the next one, one mark further, have their first or their last unit in common. */
function endsAlike(text: string, start: number, length: number): boolean {
  const next = start + length + 1;
  return (
    text.charCodeAt(start) === text.charCodeAt(next) ||
    text.charCodeAt(start + length - 1) === text.charCodeAt(next + length - 1)
  );
}

/** Whether the code units of a clause and of the next one, one mark further, have one sum: cheaper than to sort them. */
function sumsAlike(text: string, start: number, length: number): boolean {
  let sum = 0;
  for (let i = start; i < start + length; i++) sum += text.charCodeAt(i) - text.charCodeAt(i + length + 1);
  return sum === 0;
}

function sorted(clause: string): string {
  return [...clause].sort().join('');
}
