import { UnitSet } from './characters';
import { CLAUSE_RULES } from './parallel-tables';
import { PatternSet } from './pattern-set';
import { namesIlls } from './quoted-context';

/** Han characters that go on after clauses; any other one is part of the last clause, which is longer than the others then. */
const GOING_ON = '的地等和与及是就也都才方并';
const GOES_ON = new RegExp(`^[一-龥](?<![${GOING_ON}])`);
/** What may follow clauses of verb and object at once: the things that they are done with or named as. */
const FOLLOWING = '的等各工任措政要和与及是为在也都上下中并以提发留功行举重双作有新从背项两三四五六七八';
const FOLLOWS = new RegExp(`^(?!等[人\\d]|[二两三]人)(?:目标|[${FOLLOWING}](?!.、)|[^一-龥]|$)`);
/** The characters of 一-龥 that both begin with. */
export const FOLLOWERS = new UnitSet(`目${GOING_ON}${FOLLOWING}`);

/** Rules that two clauses are enough for, and those that ask for three. */
const OF_TWO = CLAUSE_RULES.filter((rule) => rule.leastClauses <= 2);
const OF_THREE = CLAUSE_RULES.filter((rule) => rule.leastClauses > 2);
/** The sieves of both. */
export const CLAUSES_OF_TWO = new PatternSet(OF_TWO.map((rule) => rule.clause));
export const CLAUSES_OF_THREE = new PatternSet(OF_THREE.map((rule) => rule.clause));

/**
 * Whether clauses of equal length form a saying by one of the rules. `after` is the text after the last clause,
 * `null` in quotation marks, which bound it.
 */
export function isRuledParallel(clauses: readonly string[], after: string | null): boolean {
  if (clauses.length < 2) return false;
  let [two, three] = [-1, clauses.length >= 3 ? -1 : 0];
  for (const clause of clauses) {
    two &= CLAUSES_OF_TWO.admits(clause, 0, clause.length);
    three &= CLAUSES_OF_THREE.admits(clause, 0, clause.length);
  }
  if ((two | three) === 0 || new Set(clauses).size !== clauses.length) return false;
  if (after !== null && namesIlls('', after)) return false;
  return fitsOne(OF_TWO, two, clauses, after) || fitsOne(OF_THREE, three, clauses, after);
}

/** Whether one of the rules, of those whose bit is set, is for such clauses. */
function fitsOne(
  rules: typeof CLAUSE_RULES,
  bits: number,
  clauses: readonly string[],
  after: string | null,
): boolean {
  const quoted = after === null;
  return rules.some(
    (rule, i) =>
      (bits & (1 << i)) !== 0 &&
      (quoted || (rule.goesOn ? FOLLOWS.test(after) : !GOES_ON.test(after))) &&
      (quoted || rule.first === undefined || rule.first.test(clauses[0] ?? '')) &&
      sharesAt(clauses, rule.sameAt) &&
      clauses.every(
        (clause) => rule.clause.test(clause) && opensAlike(clause, clauses[0] ?? '', rule.sameOpening),
      ),
  );
}

function sharesAt(clauses: readonly string[], at: number | undefined): boolean {
  return at === undefined || clauses.every((clause) => clause.charAt(at) === clauses[0]?.charAt(at));
}

function opensAlike(clause: string, first: string, size = 0): boolean {
  return clause.startsWith(first.slice(0, size));
}
