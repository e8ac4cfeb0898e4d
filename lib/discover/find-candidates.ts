import type { Alphabet } from './alphabet';
import { boundariesOf } from './boundaries';
import type { Corpus } from './corpus';
import { countLevel, countSymbols, type Level, newSketch } from './count-level';
import { FUNCTION_WORDS } from './register';
import { canStand, isName, type Shape, shapeOf } from './shape';

/** A phrase proposed for the lexicon, with what speaks for it. */
export interface Candidate {
  readonly phrase: string;
  readonly shape: Shape;
  readonly score: number;
  readonly frequency: number;
  readonly documents: number;
  readonly years: number;
  readonly places: number;
  /** Share of its documents that are in the register of policy. */
  readonly policy: number;
  /** Least pointwise mutual information over all ways to cut it in two, nats. */
  readonly cohesion: number;
  /** Branching entropy, left and right, nats. */
  readonly left: number;
  readonly right: number;
  /** Share of its occurrences in quotation marks of its own. */
  readonly quoted: number;
  /** Share of its ends at which the sentence breaks. */
  readonly free: number;
}

export interface FinderOptions {
  /** Fewest occurrences. */
  readonly least: number;
  readonly longest: number;
  readonly limit: number;
}

export const FINDER_DEFAULTS: FinderOptions = { least: 10, longest: 24, limit: 3_000 };

/** So much of its occurrences inside one longer phrase makes a phrase a fragment of it. */
const FRAGMENT = 0.7;
const MIN_COHESION = 2;
const MIN_ENTROPY = 1.2;

function bits(n: number): number {
  let count = 0;
  for (let rest = n; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Frequencies of all beginnings and ends of an n-gram, by following its prefixes and suffixes down. */
function cohesionOf(
  levels: readonly (Level | undefined)[],
  symbols: Int32Array,
  total: number,
  n: number,
  v: number,
): number {
  const heads: number[] = [];
  const tails: number[] = [];
  let head = v;
  let tail = v;
  for (let k = n; k > 1; k--) {
    const level = levels[k] as Level;
    head = level.prefix[head] as number;
    const below = levels[k - 1];
    heads[k - 1] = below ? (below.frequency[head] as number) : (symbols[head] as number);
  }
  for (let k = n; k > 1; k--) {
    const level = levels[k] as Level;
    tail = level.suffix[tail] as number;
    const below = levels[k - 1];
    tails[k - 1] = below ? (below.frequency[tail] as number) : (symbols[tail] as number);
  }
  const f = (levels[n] as Level).frequency[v] as number;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 1; k < n; k++)
    least = Math.min(least, Math.log((f * total) / ((heads[k] as number) * (tails[n - k] as number))));
  return least;
}

function textAt(corpus: Corpus, alphabet: Alphabet, at: number, n: number): string {
  return String.fromCharCode(...corpus.symbols.subarray(at, at + n).map((s) => alphabet.unitOf[s] as number));
}

const LENGTH_WEIGHT = [0, 0, 0.35, 0.6, 1, 1, 1.1, 1.1, 1.1];
const SHAPE_WEIGHT: Record<Shape, number> = { formula: 2.2, numeral: 1.5, parallel: 1.5, phrase: 1 };

function scoreOf(c: Omit<Candidate, 'score'>): number {
  const spread = Math.log2(1 + c.documents) * (0.6 + 0.4 * Math.min(1, c.years / 6));
  const boundary = Math.min(1, Math.min(c.left, c.right) / 3.5);
  const cohesion = Math.min(1, c.cohesion / 5);
  const mark = 1 + 2.5 * Math.sqrt(c.quoted) + 0.6 * c.free;
  const name = isName(c.phrase) ? (c.quoted < 0.3 ? 0.3 : 0.55) : 1;
  const register = 0.1 + c.policy ** 1.5;
  return (
    register *
    spread *
    boundary *
    cohesion *
    mark *
    name *
    (LENGTH_WEIGHT[c.phrase.length] ?? 1) *
    SHAPE_WEIGHT[c.shape]
  );
}

/**
 * Finds phrases that behave like slogans in a corpus, without a lexicon: frequent n-grams of 2 to 24 characters,
 * cohesive inside (pointwise mutual information), free at both ends (branching entropy), spread over documents and
 * years, no fragments of longer ones, quoted, counted, balanced. Linear in the corpus; memory bounded by it.
 */
export function findCandidates(
  corpus: Corpus,
  alphabet: Alphabet,
  options: FinderOptions = FINDER_DEFAULTS,
): Candidate[] {
  const { ids, frequency, total } = countSymbols(corpus, alphabet.size, options.least);
  const sketch = newSketch();
  const levels: (Level | undefined)[] = [undefined, undefined];
  for (let n = 2; n <= options.longest + 1; n++) {
    const level = countLevel(corpus, ids, n, options.least, sketch);
    if (level.size === 0) break;
    levels.push(level);
  }
  const isFunction = new Uint8Array(alphabet.size);
  isFunction[alphabet.comma] = 1;
  for (const word of FUNCTION_WORDS) isFunction[alphabet.symbolOf[word.charCodeAt(0)] as number] = 1;
  const found: Candidate[] = [];
  for (let n = 2; n < levels.length && n <= options.longest; n++) {
    const level = levels[n] as Level;
    const edges = boundariesOf(level, levels[n + 1], corpus.symbols, isFunction);
    for (let v = 0; v < level.size; v++) {
      const f = level.frequency[v] as number;
      const quoted = (level.quoted[v] as number) / f;
      const [left, right] = [edges.left[v] as number, edges.right[v] as number];
      if (Math.min(left, right) < MIN_ENTROPY) continue;
      if (Math.max(edges.grownLeft[v] as number, edges.grownRight[v] as number) > FRAGMENT && quoted < 0.2)
        continue;
      const phrase = textAt(corpus, alphabet, level.at[v] as number, n);
      if (!canStand(phrase)) continue;
      const shape = shapeOf(phrase);
      if (n === 2 && quoted < 0.1 && shape !== 'numeral') continue;
      const cohesion = cohesionOf(levels, frequency, total, n, v);
      if (cohesion < MIN_COHESION && quoted < 0.1 && shape === 'phrase') continue;
      const candidate = {
        phrase,
        shape,
        frequency: f,
        documents: level.documents[v] as number,
        years: bits(level.years[v] as number),
        places: bits(level.places[v] as number),
        policy: (level.policy[v] as number) / (level.documents[v] as number),
        cohesion,
        left,
        right,
        quoted,
        free: ((level.freeLeft[v] as number) + (level.freeRight[v] as number)) / (2 * f),
      };
      found.push({ ...candidate, score: scoreOf(candidate) });
    }
  }
  return withoutOverlaps(
    found.sort((a, b) => b.score - a.score || (a.phrase < b.phrase ? -1 : 1)),
    options.limit,
  );
}

/** Of phrases that contain each other and are about as frequent the better one stays. */
function withoutOverlaps(ranked: readonly Candidate[], limit: number): Candidate[] {
  const kept: Candidate[] = [];
  const byPhrase = new Map<string, Candidate>();
  for (const c of ranked) {
    if (kept.length === limit) break;
    if (isShadowed(c, byPhrase)) continue;
    kept.push(c);
    for (let from = 0; from < c.phrase.length; from++) {
      for (let to = from + 2; to <= c.phrase.length; to++) {
        const part = c.phrase.slice(from, to);
        const old = byPhrase.get(part);
        if (!old || old.frequency < c.frequency) byPhrase.set(part, c);
      }
    }
  }
  return kept;
}

function isShadowed(c: Candidate, keptByPart: ReadonlyMap<string, Candidate>): boolean {
  const longer = keptByPart.get(c.phrase);
  if (longer && longer.phrase !== c.phrase && longer.frequency > 0.6 * c.frequency) return true;
  for (const part of [c.phrase.slice(1), c.phrase.slice(0, -1), c.phrase.slice(2), c.phrase.slice(0, -2)]) {
    const shorter = keptByPart.get(part);
    if (
      shorter?.phrase === part &&
      part.length > 2 &&
      c.frequency < 0.9 * shorter.frequency &&
      c.quoted <= shorter.quoted
    )
      return true;
  }
  return false;
}
