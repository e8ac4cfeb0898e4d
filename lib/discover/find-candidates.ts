import type { Alphabet } from './alphabet';
import type { Corpus } from './corpus';
import { countLevels } from './count-level';
import { type Example, exampleAt } from './examples';
import { featureReader } from './features';
import { groupVariants } from './group-variants';
import { type Proposal, propose } from './propose';
import { roughScore } from './rough-score';
import { scoreOf } from './score';
import type { Shape } from './shape';
import { EXAMPLES, type Survey, survey } from './survey';

/** A phrase proposed for the lexicon, with what speaks for it. */
export interface Candidate {
  readonly phrase: string;
  readonly shape: Shape;
  /** Log odds, up to a constant: 0 is where the slogans of the lexicon begin to be outnumbered ten to one. */
  readonly score: number;
  readonly frequency: number;
  /** Occurrences outside of longer phrases. */
  readonly alone: number;
  readonly documents: number;
  /** Distinct years and places, at most 32. */
  readonly years: number;
  readonly places: number;
  /** Share of its documents that are in the register of policy. */
  readonly policy: number;
  /** Share of its occurrences in quotation marks of its own. */
  readonly quoted: number;
  /** First and last day, as the number 20210210; 0 where all are undated. */
  readonly first: number;
  readonly last: number;
  /** Shorter and longer wordings that mostly occur together with it, the most frequent first. */
  readonly variants: readonly string[];
  readonly examples: readonly Example[];
}

export interface FinderOptions {
  /** Fewest occurrences. */
  readonly least: number;
  readonly longest: number;
  readonly limit: number;
  /** Phrases that are left out, with their variants: what the lexicon has. Separators written 、. */
  readonly known: ReadonlySet<string>;
  /** Told what is being done. */
  readonly onPhase?: (phase: string) => void;
}

export const FINDER_DEFAULTS: FinderOptions = { least: 10, longest: 24, limit: 3_000, known: new Set() };

/** So many proposals are read a second time; of these so many are seeds whose company counts. */
const SURVEYED = 80_000;
const SEEDS = 1_500;

interface Scored extends Proposal {
  readonly index: number;
  readonly score: number;
}

/** The proposals that are worth a second reading, the most promising first. */
function shortlist(proposals: readonly Proposal[]): Proposal[] {
  const rough = proposals.map((p) => ({ p, score: roughScore(p) }));
  rough.sort((a, b) => b.score - a.score || (a.p.phrase < b.p.phrase ? -1 : 1));
  return rough.slice(0, SURVEYED).map(({ p }) => p);
}

function toCandidate(corpus: Corpus, read: Survey, p: Scored, variants: readonly string[]): Candidate {
  const row = p.index * EXAMPLES;
  const positions = [...new Set(read.examples.subarray(row, row + EXAMPLES))].filter((at) => at >= 0);
  return {
    phrase: p.phrase,
    shape: p.shape,
    score: p.score,
    frequency: p.frequency,
    alone: read.alone[p.index] as number,
    documents: p.documents,
    years: p.years,
    places: p.places,
    policy: p.policy,
    quoted: p.quoted,
    first: read.first[p.index] as number,
    last: read.last[p.index] as number,
    variants,
    examples: (positions.length > 0 ? positions : [p.at]).map((at) => exampleAt(corpus, at, p.phrase.length)),
  };
}

/** Number of years of which the corpus has documents. */
const yearsOf = (read: Survey): number => read.yearTotals.reduce((n, total) => n + (total > 0 ? 1 : 0), 0);

/**
 * Finds phrases that behave like slogans in a corpus, without a lexicon: counts n-grams of 2 to 24 characters, keeps
 * those with ends of their own, reads the corpus once more for the company and the times they keep, ranks them by a
 * table of weights (`score.ts`), and gathers variants. Linear in the corpus; memory bounded by it.
 */
export function findCandidates(
  corpus: Corpus,
  alphabet: Alphabet,
  options: FinderOptions = FINDER_DEFAULTS,
): Candidate[] {
  const { least, longest, limit, known, onPhase } = options;
  onPhase?.('counting');
  // Counts of all lengths are large and needed for the proposals only.
  const chosen = shortlist(
    propose(corpus, alphabet, countLevels(corpus, alphabet.size, least, longest + 1), longest),
  );
  onPhase?.('reading again');
  const isSeed = new Uint8Array(chosen.length).fill(1, 0, SEEDS);
  const read = survey(corpus, chosen, isSeed);
  onPhase?.('ranking');
  const features = featureReader(read, yearsOf(read));
  const scored = chosen.map((p, index): Scored => ({ ...p, index, score: scoreOf(features(p, index)) }));
  scored.sort((a, b) => b.score - a.score || (a.phrase < b.phrase ? -1 : 1));
  // Known phrases take part until the end, so that their fragments are recognised as such.
  return groupVariants(scored, limit + known.size)
    .filter(({ head }) => !known.has(head.phrase))
    .slice(0, limit)
    .map(({ head, variants }) =>
      toCandidate(
        corpus,
        read,
        head,
        variants.map((v) => v.phrase).filter((v) => !known.has(v)),
      ),
    );
}
