/** How far two slogans keep company, from counts of reports. */

/** Pointwise mutual information, base 2: how many times (as a power of two) more often together than by chance. */
export function pmi(together: number, x: number, y: number, total: number): number {
  return Math.log2((together * total) / (x * y));
}

/** PMI over its greatest possible value: 1 for always together, 0 for independent, −1 for never (Bouma 2009). */
export function normalisedPmi(together: number, x: number, y: number, total: number): number {
  if (together === 0) return -1;
  return together === total ? 1 : pmi(together, x, y, total) / -Math.log2(together / total);
}
