import type { Alphabet } from './alphabet';
import { boundariesOf } from './boundaries';
import { type Counts, cohesionOf } from './cohesion';
import type { Corpus } from './corpus';
import type { Level } from './count-level';
import { isNumeral, type Shape, shapeOf } from './shape';
import { canStand } from './wording';

/** An n-gram that could be a phrase, with what counting alone tells. Shares are 0–1, entropies in nats. */
export interface Proposal {
  readonly phrase: string;
  readonly shape: Shape;
  /** A position where it stands. */
  readonly at: number;
  readonly frequency: number;
  readonly documents: number;
  readonly years: number;
  readonly places: number;
  /** Share of its documents that are in the register of policy. */
  readonly policy: number;
  readonly cohesion: number;
  readonly left: number;
  readonly right: number;
  /** Share of its occurrences that the commonest longer n-gram on that side takes. */
  readonly grownLeft: number;
  readonly grownRight: number;
  /** Share of its occurrences with a soft boundary on that side. */
  readonly freeLeft: number;
  readonly freeRight: number;
  /** Share of its occurrences in quotation marks of its own. */
  readonly quoted: number;
}

/** So often in quotation marks that they prove a phrase to be one. */
const OFTEN_QUOTED = 0.1;
const MIN_COHESION = 1.5;
const MIN_ENTROPY = 0.8;
/** A fragment of a longer phrase is proposed where it stands by itself now and then. */
const MIN_FREE = 0.01;
const MIN_FREE_TIMES = 5;

function bits(n: number): number {
  let count = 0;
  for (let rest = n; rest !== 0; rest &= rest - 1) count++;
  return count;
}

export function textAt(corpus: Corpus, alphabet: Alphabet, at: number, n: number): string {
  return String.fromCharCode(...corpus.symbols.subarray(at, at + n).map((s) => alphabet.unitOf[s] as number));
}

/** Whether its ends are the ends of something, at least in some of its occurrences. */
function hasEnds(left: number, right: number, freeLeft: number, freeRight: number, f: number): boolean {
  if (Math.min(left, right) >= MIN_ENTROPY) return true;
  const free = Math.min(freeLeft, freeRight);
  return free >= MIN_FREE_TIMES && free >= MIN_FREE * f;
}

/** The n-grams of all levels that pass as phrases, in order of length. */
export function propose(corpus: Corpus, alphabet: Alphabet, counts: Counts, longest: number): Proposal[] {
  const proposals: Proposal[] = [];
  for (let n = 2; n < counts.levels.length && n <= longest; n++) {
    const level = counts.levels[n] as Level;
    const edges = boundariesOf(level, counts.levels[n + 1]);
    for (let v = 0; v < level.size; v++) {
      const f = level.frequency[v] as number;
      const quoted = (level.quoted[v] as number) / f;
      const [left, right] = [edges.left[v] as number, edges.right[v] as number];
      const [freeLeft, freeRight] = [level.freeLeft[v] as number, level.freeRight[v] as number];
      if (!hasEnds(left, right, freeLeft, freeRight, f)) continue;
      const phrase = textAt(corpus, alphabet, level.at[v] as number, n);
      if (!canStand(phrase)) continue;
      if (n === 2 && quoted < OFTEN_QUOTED / 2 && !isNumeral(phrase)) continue;
      const cohesion = cohesionOf(counts, n, v);
      const shape = shapeOf(phrase);
      if (cohesion < MIN_COHESION && quoted < OFTEN_QUOTED && shape === 'phrase') continue;
      const documents = level.documents[v] as number;
      proposals.push({
        phrase,
        shape,
        at: level.at[v] as number,
        frequency: f,
        documents,
        years: bits(level.years[v] as number),
        places: bits(level.places[v] as number),
        policy: (level.policy[v] as number) / documents,
        cohesion,
        left,
        right,
        grownLeft: edges.grownLeft[v] as number,
        grownRight: edges.grownRight[v] as number,
        freeLeft: freeLeft / f,
        freeRight: freeRight / f,
        quoted,
      });
    }
  }
  return proposals;
}
