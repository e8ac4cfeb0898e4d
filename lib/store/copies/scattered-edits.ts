import { isLetter } from './sketch';

/** More letters in a hundred that differ than after an edit of every tenth one, give or take three standard errors. */
const MOST_DIFFERENT = 0.17;
/**
 * Letters that differ, for each place where some do. Slips (a misread character, a variant, a missing one) come one by
 * one: 1.0 to 1.3. Other facts (a name, a figure, a day) are other words: two reports of one mould have 1.4 to 7.
 */
const LONGEST_MEAN_RUN = 1.3;

/** The letters and digits of a text. */
function lettersIn(text: string): Uint16Array {
  const letters = new Uint16Array(text.length);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isLetter(unit)) letters[n++] = unit;
  }
  return letters.subarray(0, n);
}

/** So many letters have to be changed at least: what one text has more of than the other, order aside. */
function leastDistance(a: Uint16Array, b: Uint16Array): number {
  const surplus = new Map<number, number>();
  for (const c of a) surplus.set(c, (surplus.get(c) ?? 0) + 1);
  for (const c of b) surplus.set(c, (surplus.get(c) ?? 0) - 1);
  let [more, less] = [0, 0];
  for (const n of surplus.values()) {
    if (n > 0) more += n;
    else less -= n;
  }
  return Math.max(more, less);
}

/**
 * Edit distances of all beginnings of two texts (Levenshtein), as far as they lie within `band` of the diagonal; a row
 * for each beginning of `a`, a column for each offset from the diagonal.
 */
function bandedDistances(a: Uint16Array, b: Uint16Array, band: number): Uint16Array {
  const width = 2 * band + 1;
  const far = a.length + b.length + 1;
  const table = new Uint16Array((a.length + 1) * width).fill(far);
  for (let i = 0; i <= a.length; i++) {
    for (let k = Math.max(0, band - i); k < width; k++) {
      const j = i + k - band;
      if (j > b.length) break;
      const at = i * width + k;
      if (i === 0) {
        table[at] = j;
        continue;
      }
      const above = at - width;
      let least = far;
      if (j > 0) least = (table[above] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      if (k + 1 < width) least = Math.min(least, (table[above + 1] as number) + 1);
      if (j > 0 && k > 0) least = Math.min(least, (table[at - 1] as number) + 1);
      table[at] = least;
    }
  }
  return table;
}

/** In how many places two texts differ, on one way of least changes. */
function countPlaces(a: Uint16Array, b: Uint16Array, table: Uint16Array, band: number): number {
  const width = 2 * band + 1;
  const at = (i: number, j: number) => {
    const k = j - i + band;
    return i < 0 || j < 0 || k < 0 || k >= width
      ? Number.POSITIVE_INFINITY
      : (table[i * width + k] as number);
  };
  let [i, j, places, differing] = [a.length, b.length, 0, false];
  while (i > 0 || j > 0) {
    const here = at(i, j);
    const same = i > 0 && j > 0 && a[i - 1] === b[j - 1] && at(i - 1, j - 1) === here;
    if (!same && !differing) places++;
    differing = !same;
    if (same || at(i - 1, j - 1) === here - 1) {
      i--;
      j--;
    } else if (at(i - 1, j) === here - 1) i--;
    else j--;
  }
  return places;
}

/**
 * Whether two short texts are one text but for scattered slips. Asked of pairs whose signatures do not decide: slips in
 * every tenth letter break a quarter of all shingles, and reports of one mould with other facts have as many in common.
 */
export function differByScatteredEdits(one: string, other: string): boolean {
  const [a, b] = [lettersIn(one), lettersIn(other)];
  const most = Math.floor(MOST_DIFFERENT * Math.max(a.length, b.length));
  if (leastDistance(a, b) > most) return false;
  const table = bandedDistances(a, b, most);
  const distance = table[a.length * (2 * most + 1) + b.length - a.length + most] as number;
  if (distance > most) return false;
  return distance <= LONGEST_MEAN_RUN * countPlaces(a, b, table, most);
}
