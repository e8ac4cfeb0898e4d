import type { Level } from './count-level';

/** How an n-gram goes on, on both sides, as far as the frequent n-grams of the next length tell. */
export interface Boundaries {
  /** Branching entropy in nats; a break counts as a neighbour of its own each time. */
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** Share of its occurrences that the commonest longer n-gram takes. */
  readonly grownLeft: Float64Array;
  readonly grownRight: Float64Array;
}

/**
 * Function words say nothing about where a phrase ends and count as breaks. Neighbours that are too rare to be in the level above count as all different, which they nearly are.
 * @param isFunction 1 for the symbols of function words
 */
export function boundariesOf(
  level: Level,
  above: Level | undefined,
  symbols: Uint16Array,
  isFunction: Uint8Array,
): Boundaries {
  const [left, right] = [new Float64Array(level.size), new Float64Array(level.size)];
  const [grownLeft, grownRight] = [new Float64Array(level.size), new Float64Array(level.size)];
  for (let e = 0; above && e < above.size; e++) {
    const f = above.frequency[e] as number;
    const weight = f * Math.log(f);
    const [p, s, at] = [above.prefix[e] as number, above.suffix[e] as number, above.at[e] as number];
    if (isFunction[symbols[at + above.n - 1] as number] === 0) {
      right[p] = (right[p] as number) + weight;
      grownRight[p] = Math.max(grownRight[p] as number, f);
    }
    if (isFunction[symbols[at] as number] === 0) {
      left[s] = (left[s] as number) + weight;
      grownLeft[s] = Math.max(grownLeft[s] as number, f);
    }
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
