import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { dataVersion } from './data-version';
import { type Frequency, series } from './frequency';
import { type CountedPhrase, countPhrase, keptPhrase, unindexedRuns } from './phrase-count';
import { onlyPhrase, type PhraseQuery } from './phrase-query';
import { phraseRows } from './phrase-rollup';
import {
  GLANCE,
  type PhraseSample,
  publishedDocuments,
  sampledFrequency,
  samplePhrase,
} from './phrase-sample';
import { counted, inScope } from './scope';
import { sloganIdByName } from './slogan';
import type { Span } from './span';

/** Up to so many documents are searched for a phrase before answering; of more, a sample answers first. */
export const COUNT_AT_ONCE = 20_000;

/** Where the phrase is a tracked slogan: how often it stands alone, and inside longer slogans or phrases. */
export interface TrackedPhrase {
  readonly sloganId: number;
  readonly alone: number;
  readonly inside: number;
}

export interface PhraseFrequency extends Frequency {
  readonly query: string;
  /** False: every number, denominators too, is of a random sample of the documents. */
  readonly exact: boolean;
  readonly sample: PhraseSample | null;
  readonly tracked: TrackedPhrase | null;
}

type Counted = { readonly counted: CountedPhrase } | { readonly sample: PhraseSample };

/**
 * The exact counts where they are kept or can be had at once. Otherwise a sample, while the exact ones are counted
 * and kept for the next who asks.
 */
async function countsOf(query: PhraseQuery): Promise<Counted> {
  const { version } = await dataVersion();
  const kept = await keptPhrase(query, version);
  if (kept) return { counted: kept };
  const [unindexed, of] = await Promise.all([unindexedRuns(), publishedDocuments()]);
  const indexed = unindexed.documents <= COUNT_AT_ONCE;
  if (of <= COUNT_AT_ONCE) return { counted: await countPhrase(query, version, unindexed.runs) };
  const glance = await samplePhrase(query, of, GLANCE);
  if (indexed && glance.expected <= COUNT_AT_ONCE)
    return { counted: await countPhrase(query, version, unindexed.runs) };
  // Without the index everything would have to be read: then the sample has to do until it is there.
  if (indexed)
    countPhrase(query, version, unindexed.runs, glance.expected / of).catch((error: unknown) =>
      console.error(`counting ${query.key}: ${error instanceof Error ? error.message : String(error)}`),
    );
  return { sample: await samplePhrase(query, of) };
}

async function trackedPhrase(
  query: PhraseQuery,
  id: number,
  filters: Filters,
): Promise<TrackedPhrase | null> {
  const phrase = onlyPhrase(query);
  const sloganId = phrase === null ? null : await sloganIdByName(phrase);
  if (sloganId === null) return null;
  const prisma = await getPrisma();
  const t = Prisma.sql`t`;
  const alone = filters.copies === 'all' ? Prisma.sql`alone` : Prisma.sql`alone_once`;
  const [row] = await prisma.$queryRaw<{ mentions: number; alone: number }[]>`
    SELECT coalesce(sum(t.${counted(filters).mentions}), 0)::float8 AS mentions, coalesce(sum(t.${alone}), 0)::float8 AS alone
    FROM ${phraseRows(id)} WHERE ${inScope(filters, t)}`;
  if (!row) throw new Error('a sum without groups always has one row');
  return { sloganId, alone: row.alone, inside: row.mentions - row.alone };
}

/** How often any phrase, or combination of phrases, stands in each bucket: as `frequency`, by the same rule. */
export async function phraseFrequency(
  query: PhraseQuery,
  filters: Filters,
  places: readonly string[] | null = null,
  days: Span | null = null,
): Promise<PhraseFrequency> {
  const counts = await countsOf(query);
  if ('sample' in counts) {
    const found = await sampledFrequency(query, counts.sample, filters, places, days);
    return { ...found, query: query.key, exact: false, sample: counts.sample, tracked: null };
  }
  const { id } = counts.counted;
  const found = await series({ phrase: id }, filters, places, days);
  const tracked = await trackedPhrase(query, id, filters);
  return { ...found, query: query.key, exact: true, sample: null, tracked };
}
