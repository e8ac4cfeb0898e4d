import { allocate, keep } from '@/lib/kernel/memory';
import { UnitSet } from './characters';
import { NAMED_NUMBER, NUMERALS } from './numerals';
import { PatternSet } from './pattern-set';
import { AROUND, CLAUSE_ENDS, isEnough } from './quoted-context';
import { COINAGES } from './quoted-tables';

/** What a quotation may be by its units and by those around it, as bits. */
export const MAY = {
  number: 1,
  namedNumber: 2,
  formula: 4,
  /** Clauses, or two that a dot parts. */
  parted: 8,
  coinage: 16,
  /** Nothing but Han characters: a coinage, where what follows here stands around it. */
  wording: 32,
  verbBefore: 1 << 8,
  verbInClause: 1 << 9,
  strictVerb: 1 << 10,
  deed: 1 << 16,
  principle: 1 << 17,
} as const;

/** Bytes of scratch space for wordings that were seen. */
const SEEN = 128;

/** What tells quotations apart before patterns do, where the kernel finds it: the fields of `source/parts/quotations.as`. */
export const QUOTATION_TABLES = keep(
  Int32Array.of(
    NUMERALS.keep(),
    NAMED_NUMBER.keep(),
    COINAGES.keep(),
    new PatternSet(AROUND.before).keep(),
    new PatternSet(AROUND.after).keep(),
    new UnitSet(CLAUSE_ENDS).keep(),
    allocate(SEEN),
  ),
);

const BY_ITSELF = MAY.number | MAY.namedNumber | MAY.formula | MAY.parted | MAY.coinage;

/** Whether a quotation of a length may be a slogan at all. */
export function mayBeSlogan(length: number, may: number): boolean {
  if ((may & BY_ITSELF) !== 0) return true;
  if ((may & MAY.wording) === 0) return false;
  if ((may & (MAY.strictVerb | MAY.principle)) !== 0) return true;
  const [verbBefore, verbInClause, deed] = [may & MAY.verbBefore, may & MAY.verbInClause, may & MAY.deed];
  return isEnough(length, verbBefore !== 0, verbInClause !== 0, deed !== 0);
}
