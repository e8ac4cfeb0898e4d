import type { Level } from './count-level';

/** How an n-gram goes on, on both sides, as far as the frequent n-grams of the next length tell. */
export interface Boundaries {
  /** Branching entropy in nats; a soft boundary counts as a neighbour of its own each time. */
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** Share of its occurrences that the commonest longer n-gram takes. */
  readonly grownLeft: Float64Array;
  readonly grownRight: Float64Array;
}

/**
 * Neighbours across a soft boundary (a function word, a governing verb) say nothing about where a phrase ends, and
 * neighbours too rare to be in the level above are nearly all different: both count as different each time.
 */
export function boundariesOf(level: Level, above: Level | undefined): Boundaries {
  const [left, right] = [new Float64Array(level.size), new Float64Array(level.size)];
  const [grownLeft, grownRight] = [new Float64Array(level.size), new Float64Array(level.size)];
  const add = (sum: Float64Array, most: Float64Array, v: number, f: number) => {
    if (f <= 0) return;
    sum[v] = (sum[v] as number) + f * Math.log(f);
    most[v] = Math.max(most[v] as number, f);
  };
  for (let e = 0; above && e < above.size; e++) {
    const f = above.frequency[e] as number;
    add(right, grownRight, above.prefix[e] as number, f - (above.softLast[e] as number));
    add(left, grownLeft, above.suffix[e] as number, f - (above.softFirst[e] as number));
  }
  for (let v = 0; v < level.size; v++) {
    const f = level.frequency[v] as number;
    left[v] = Math.log(f) - (left[v] as number) / f;
    right[v] = Math.log(f) - (right[v] as number) / f;
    grownLeft[v] = (grownLeft[v] as number) / f;
    grownRight[v] = (grownRight[v] as number) / f;
  }
  return { left, right, grownLeft, grownRight };
}
