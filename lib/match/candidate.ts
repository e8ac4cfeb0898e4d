import type { SloganKind, Span } from '@/lib/types';
import type { LexiconEntry } from './lexicon';

/** A match before the overlaps are settled: an entry of the lexicon, or what a rule found. */
export interface Candidate extends Span {
  readonly entry: LexiconEntry | null;
  readonly found: { readonly slogan: string; readonly kind: SloganKind } | null;
  /** Blocks what it overlaps and is not reported. */
  readonly trap: boolean;
}

/** A candidate that a rule found. */
export function foundByRule(span: Span, slogan: string, kind: SloganKind): Candidate {
  return { start: span.start, end: span.end, entry: null, found: { slogan, kind }, trap: false };
}
