import { keep } from '@/lib/kernel/memory';
import {
  BOUNDED_RULES,
  type BoundedRule,
  FRAME_WORDS,
  INTRODUCED,
  PAUSES_AFTER,
  PAUSES_BEFORE,
} from './bounded-tables';
import { SPACES, UnitSet } from './characters';
import { PatternSet } from './pattern-set';
import { shapeOf } from './pattern-shape';
import { CLAUSES_OF_THREE, CLAUSES_OF_TWO, FOLLOWERS } from './ruled-parallels';

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

/** Where the sentence pauses after a clause, which ends a saying. */
export const PAUSE_AFTER = new UnitSet(PAUSES_AFTER + SPACES);
/** What parts a clause between commas from others. */
const PAUSES = new UnitSet('，。；：！？\n“”—\u3000 ');

/** Rules for clauses that something has to introduce. */
export const AFTER_INTRODUCTION = rulesThat((rule) => rule.before === 'introduction');
export const INTRODUCTIONS = new PatternSet([INTRODUCED]);

/** The units with which the names begin that single rules ask for. */
const CALLS = new UnitSet(BOUNDED_RULES.map(({ called }) => (called ? firstUnits(called) : '')).join(''));

function firstUnits(pattern: RegExp): string {
  const [ranges = []] = shapeOf(pattern).head;
  let units = '';
  for (let r = 0; r < ranges.length; r += 2)
    for (let unit = ranges[r] as number; unit <= (ranges[r + 1] as number); unit++)
      units += String.fromCharCode(unit);
  return units;
}

/** Says of clauses that they may be a saying by what they say; the bits below are those of the bounded rules. */
export const RULED = 1 << 30;

/**
 * What tells clauses that may be a saying before words do, where the kernel finds it: the fields of
 * `source/parts/clauses.as`, in their order.
 */
export const CLAUSE_TABLES = keep(
  Int32Array.of(
    PAUSES.keep(),
    new UnitSet(PAUSES_BEFORE + SPACES).keep(),
    PAUSE_AFTER.keep(),
    new UnitSet(FRAME_WORDS).keep(),
    FOLLOWERS.keep(),
    INTRODUCTIONS.keep(),
    CLAUSES_OF_TWO.keep(),
    CLAUSES_OF_THREE.keep(),
    keep(FITTING),
    rulesThat((rule) => rule.commas === true),
    rulesThat((rule) => rule.before === 'pause'),
    AFTER_INTRODUCTION,
    rulesThat((rule) => rule.after === 'pause'),
    rulesThat((rule) => rule.after === 'name'),
    rulesThat((rule) => rule.share === 'frame word'),
    rulesThat((rule) => rule.share === 'end'),
    rulesThat((rule) => rule.share === 'all'),
    rulesThat((rule) => rule.called !== undefined),
    CALLS.keep(),
  ),
);
