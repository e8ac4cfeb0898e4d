import type { Text } from '@/lib/types';
import { type PhraseIndex, pairHash, sifts } from './phrases';
import { PLACE } from './signs';

/** Where in a text the rules and the lexicon have to look: all that one pass over its units says. */
export interface Survey {
  /** Positions of signs, in order, and beside each what the unit there is (`signs.ts`), one bit or several. */
  signs: Int32Array;
  kinds: Uint8Array;
  signCount: number;
  /** Positions of the units that a phrase may be known by, in order. */
  places: Int32Array;
  placeCount: number;
}

/** Scratch space, written anew by every call: stages are synchronous, so that no two texts meet in it. */
const survey: Survey = {
  signs: new Int32Array(1 << 12),
  kinds: new Uint8Array(1 << 12),
  signCount: 0,
  places: new Int32Array(1 << 12),
  placeCount: 0,
};

/** The only pass that looks at every unit of a text. The next call overwrites what it returns: read it, never keep it. */
export function surveyText({ string, units }: Text, index: PhraseIndex): Survey {
  const { length } = string;
  if (survey.signs.length < length) grow(length);
  const { openings, sieve } = index;
  const { signs, kinds, places } = survey;
  let signCount = 0;
  let placeCount = 0;
  let first = length > 0 ? (units[0] as number) : 0;
  let second = length > 1 ? (units[1] as number) : 0;
  let here = PLACE[first] as number;
  for (let i = 0; i < length; i++) {
    // Behind the text stands nothing that a phrase or a sign could need.
    const third = i + 2 < length ? (units[i + 2] as number) : 0;
    const next = PLACE[second] as number;
    // A shift takes the last five bits of its count.
    if (
      (((openings[pairHash(first, second)] as number) >>> third) & 1) !== 0 &&
      sifts(sieve, first, second, third)
    )
      places[placeCount++] = i;
    const kind = here & (next >> 8);
    if (kind !== 0) {
      signs[signCount] = i;
      kinds[signCount++] = kind;
    }
    first = second;
    second = third;
    here = next;
  }
  survey.signCount = signCount;
  survey.placeCount = placeCount;
  return survey;
}

function grow(length: number): void {
  const size = 2 ** Math.ceil(Math.log2(length));
  survey.signs = new Int32Array(size);
  survey.kinds = new Uint8Array(size);
  survey.places = new Int32Array(size);
}
