/**
 * MinHash of a text: a short signature from which the similarity of two texts can be estimated without the texts,
 * and the keys by which similar ones are found. Everything is a function of the text alone.
 *
 * Broder 1997; several throws of every shingle into one row of bins instead of one pass for each bin, after
 * Dahlgaard, Knudsen and Thorup 2017 (fast similarity sketching): a text of 1,500 characters takes about 50 µs.
 */

/** Bins of a signature, each one byte of the smallest hash that fell into it. */
export const BINS = 256;
/** Bins that make up one key: keys of two texts of similarity s agree with probability s⁴. */
const ROWS = 4;
/** Keys of a text: at similarity 0.57 (one character in ten replaced) one of 64 agrees with probability 0.999, at 0.5 0.98. */
export const BANDS = 64;
/** Every shingle is thrown so many times, so that short texts fill their bins too. */
const THROWS = 8;
const SEED = 0x74696661;
/** Texts with fewer letters and digits are copies only of texts that are equal: formulas make up too much of them. */
export const SHORTEST = 80;
/** So many of the smallest hashes of the numbers in the text are kept. */
const NUMBERS = 24;

/** The finisher of MurmurHash 3. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const THROW_SEEDS = Int32Array.from({ length: THROWS }, (_, i) => mix(SEED + Math.imul(i + 1, 0x9e3779b9)));

/** Letters, digits and Chinese characters; what editors change without changing the text is left out. */
export function isLetter(unit: number): boolean {
  if (unit < 0x80)
    return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xd800 && unit <= 0xfaff);
}

/** The smallest hash of each bin, over all shingles of three units; null for a text that is too short. */
function binMinima(text: string): { minima: Uint32Array; filled: Uint8Array; length: number } | null {
  const minima = new Uint32Array(BINS).fill(0xffffffff);
  const filled = new Uint8Array(BINS);
  let [a, b, length] = [0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (!isLetter(c)) continue;
    if (++length >= 3) {
      const shingle = mix(Math.imul(mix(Math.imul(a, 0x10001) ^ b), 0x9e3779b1) ^ c);
      for (let t = 0; t < THROWS; t++) {
        const h = mix(shingle ^ (THROW_SEEDS[t] as number));
        const bin = ((h >>> 16) * BINS) >>> 16;
        const value = Math.imul(h, 0x9e3779b1) >>> 0;
        filled[bin] = 1;
        if (value < (minima[bin] as number)) minima[bin] = value;
      }
    }
    a = b;
    b = c;
  }
  return length < SHORTEST ? null : { minima, filled, length };
}

/** Gives an empty bin the content of the next full one, marked by the distance. */
function fillEmpty({ minima, filled }: { minima: Uint32Array; filled: Uint8Array }): Uint32Array {
  for (let bin = 0; bin < BINS; bin++) {
    if (filled[bin]) continue;
    let distance = 1;
    while (!filled[(bin + distance) % BINS]) distance++;
    minima[bin] = mix((minima[(bin + distance) % BINS] as number) + Math.imul(distance, 0x9e3779b9)) >>> 0;
  }
  return minima;
}

function hashString(text: string): number {
  let h = SEED;
  for (let i = 0; i < text.length; i++) h = mix(Math.imul(h, 31) + text.charCodeAt(i));
  return h >>> 0;
}

/** The smallest hashes of the different numbers in a text, in order, with what they count: 12例 is not 12人. */
function numberHashes(text: string): number[] {
  const found = new Set<number>();
  for (const m of text.matchAll(/\d+(?:\.\d+)?[\u3400-\u9fff%]?/g)) found.add(hashString(m[0]));
  return [...found].sort((x, y) => x - y).slice(0, NUMBERS);
}

/** Where the hashes of the numbers begin: after the bins and the length. */
const NUMBERS_AT = BINS + 2;

/**
 * The signature of a normalised text: `BINS` bytes, its letters and digits counted (16 bits, 65,535 at most), then
 * up to `NUMBERS` hashes of 32 bits of the numbers in it. Empty for a short text.
 */
export function sketchOf(text: string): Buffer {
  const bins = binMinima(text);
  if (!bins) return Buffer.alloc(0);
  const minima = fillEmpty(bins);
  const numbers = numberHashes(text);
  const signature = Buffer.alloc(NUMBERS_AT + 4 * numbers.length);
  signature.writeUInt16LE(Math.min(bins.length, 0xffff), BINS);
  for (let i = 0; i < BINS; i++) signature[i] = (minima[i] as number) & 0xff;
  for (const [i, n] of numbers.entries()) signature.writeUInt32LE(n, NUMBERS_AT + 4 * i);
  return signature;
}

/** The key of a band: its four bytes of the signature. Texts that share no key in any band are not compared. */
export function bandKey(signature: Buffer, band: number): number {
  return signature.readInt32LE(band * ROWS);
}

/** Bytes agree by chance once in 256. */
const CHANCE = 1 / 256;

/**
 * The estimated share of shingles that two texts have in common (Jaccard), 0–1; standard error
 * √(s(1−s)/256), 0.03 at most.
 */
export function similarity(a: Buffer, b: Buffer): number {
  if (a.length < NUMBERS_AT || b.length < NUMBERS_AT) return 0;
  let equal = 0;
  for (let i = 0; i < BINS; i++) if (a[i] === b[i]) equal++;
  return Math.max(0, (equal / BINS - CHANCE) / (1 - CHANCE));
}

/**
 * The estimated share of numbers that two texts have in common, or null where one of them has fewer than
 * `fewest`: among the smallest hashes of both together, those that both have.
 */
export function commonNumbers(a: Buffer, b: Buffer, fewest: number): number | null {
  const x = (a.length - NUMBERS_AT) >> 2;
  const y = (b.length - NUMBERS_AT) >> 2;
  if (x < fewest || y < fewest) return null;
  let [i, j, seen, both] = [0, 0, 0, 0];
  // Past the end of a list that was cut off nothing is known; the smallest NUMBERS of both together are a sample.
  while ((i < x || j < y) && seen < NUMBERS) {
    const p = i < x ? a.readUInt32LE(NUMBERS_AT + 4 * i) : Number.POSITIVE_INFINITY;
    const q = j < y ? b.readUInt32LE(NUMBERS_AT + 4 * j) : Number.POSITIVE_INFINITY;
    if (p === q) both++;
    if (p <= q) i++;
    if (q <= p) j++;
    seen++;
  }
  return both / seen;
}

/** From this estimated similarity on, two texts are copies; short ones have to be more alike. */
export const THRESHOLD = 0.46;
/** Of texts with fewer letters a growing part is formula (a welcome with a guard of honour, a notice of a broadcast). */
const LONG = 400;
/** What a text of SHORTEST letters needs. */
const SHORT_THRESHOLD = 0.7;
/** A text that comes back after more days than these is another report, unless it is the same to the letter. */
export const FARTHEST_DAYS = 31;
const FEWEST_NUMBERS = 6;
/** A bulletin has a number among so many letters; in other reports numbers decide nothing. */
const LETTERS_PER_NUMBER = 30;
/** Numbers have to be as much alike as the texts, by this factor: they are few, so that their share scatters. */
const NUMBERS_FACTOR = 0.6;

/** The similarity that two texts need, by the letters of the shorter one. */
export function thresholdFor(letters: number): number {
  const missing = Math.max(0, LONG - letters) / (LONG - SHORTEST);
  return THRESHOLD + (SHORT_THRESHOLD - THRESHOLD) * missing;
}

/** A text and the day of its first report, in days since 1970; null where it has none. */
export interface DatedSketch {
  readonly signature: Buffer;
  readonly day: number | null;
}

function lettersOf(signature: Buffer): number {
  return signature.readUInt16LE(BINS);
}

function isBulletin(signature: Buffer): boolean {
  return lettersOf(signature) <= LETTERS_PER_NUMBER * ((signature.length - NUMBERS_AT) >> 2);
}

/** From this estimated similarity on, the letters of two short texts are compared where their signatures do not decide. */
const UNSURE = 0.4;

/**
 * Whether two texts are copies of each other; unsure where their letters have to be asked (`differByScatteredEdits`).
 * Bulletins that say the same every day with other numbers (cases, water levels, prices) are no copies: where both texts
 * are full of numbers, enough of these have to agree.
 */
export function compare(a: DatedSketch, b: DatedSketch): 'copies' | 'unsure' | 'different' {
  if (a.day !== null && b.day !== null && Math.abs(a.day - b.day) > FARTHEST_DAYS) return 'different';
  const alike = similarity(a.signature, b.signature);
  if (alike < UNSURE) return 'different';
  const letters = Math.min(lettersOf(a.signature), lettersOf(b.signature));
  const enough = alike >= thresholdFor(letters);
  if (!enough && letters >= LONG) return 'different';
  if (isBulletin(a.signature) && isBulletin(b.signature)) {
    const numbers = commonNumbers(a.signature, b.signature, FEWEST_NUMBERS);
    if (numbers !== null && numbers < NUMBERS_FACTOR * alike) return 'different';
  }
  return enough ? 'copies' : 'unsure';
}
