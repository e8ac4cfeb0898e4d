/**
 * Probability that two texts of similarity `s` meet in at least one of `bands` bands of `rows` MinHash rows
 * (Broder 1997; Leskovec, Rajaraman & Ullman, Mining of Massive Datasets, §3.4).
 */
export function meetingProbability(s: number, bands: number, rows: number): number {
  return 1 - (1 - s ** rows) ** bands;
}

/** The similarity at which the curve is steepest, about. */
export function meetingThreshold(bands: number, rows: number): number {
  return (1 / bands) ** (1 / rows);
}
