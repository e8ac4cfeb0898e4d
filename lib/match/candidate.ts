import type { SloganKind, Span } from '@/lib/types';

/** A match before the overlaps are settled; a trap has a null slogan. */
export interface Candidate extends Span {
  readonly slogan: string | null;
  readonly kind: SloganKind;
  readonly listed: boolean;
}
