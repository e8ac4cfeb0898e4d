import type { Pool } from 'pg';
import { buildAlphabet } from './alphabet';
import { type Candidate, FINDER_DEFAULTS, findCandidates } from './find-candidates';
import { readStored } from './read-stored';
import { type StoredCandidates, storeCandidates } from './store-candidates';

/** 13 bytes of memory each, and as much again for the counts: about 2 GB. */
export const MAX_CHARACTERS = 80_000_000;
/** A larger corpus repeats more by chance: one occurrence in so many characters is the least that counts. */
const CHARACTERS_PER_OCCURRENCE = 5_000_000;

export interface DiscoverOptions {
  /** Forms that are not proposed: `knownForms` of the lexicon. */
  readonly known: ReadonlySet<string>;
  readonly limit?: number;
  readonly maxCharacters?: number;
  /** ISO day of the search. */
  readonly today: string;
  readonly store?: boolean;
  readonly onProgress?: (message: string) => void;
}

export interface Discovery {
  readonly candidates: readonly Candidate[];
  readonly documents: number;
  readonly available: number;
  readonly characters: number;
  /** Not all documents fitted: a random sample of them was searched. */
  readonly sampled: boolean;
  /** Null where it was not asked for. */
  readonly stored: StoredCandidates | null;
}

/** Fewest occurrences that are looked at in a corpus of so many characters. */
export function leastFor(characters: number): number {
  return Math.max(FINDER_DEFAULTS.least, Math.round(characters / CHARACTERS_PER_OCCURRENCE));
}

/** Searches the stored corpus for phrases that the lexicon lacks and stores them: the job after an ingestion. */
export async function discoverAndStore(pool: Pool, options: DiscoverOptions): Promise<Discovery> {
  const { onProgress, known } = options;
  const alphabet = buildAlphabet();
  const read = await readStored(pool, alphabet, options.maxCharacters ?? MAX_CHARACTERS, (n, all) =>
    onProgress?.(`reading: ${n} of ${all} documents`),
  );
  const candidates = findCandidates(read.corpus, alphabet, {
    ...FINDER_DEFAULTS,
    least: leastFor(read.characters),
    limit: options.limit ?? FINDER_DEFAULTS.limit,
    known,
    ...(onProgress && { onPhase: onProgress }),
  });
  let stored: StoredCandidates | null = null;
  if (options.store !== false) {
    const { rows } = await pool.query<{ id: number | null }>(
      "SELECT max(id)::int AS id FROM run WHERE status = 'published'",
    );
    stored = await storeCandidates(pool, candidates, { day: options.today, run: rows[0]?.id ?? null });
  }
  return {
    candidates,
    documents: read.corpus.documents,
    available: read.available,
    characters: read.characters,
    sampled: read.sampled,
    stored,
  };
}
