import { parseFilters } from '@/lib/filters';
import { dataVersion } from '@/lib/queries/data-version';
import { phraseFrequency } from '@/lib/queries/phrase';
import { countPhrase, unindexedRuns } from '@/lib/queries/phrase-count';
import { phraseMentions } from '@/lib/queries/phrase-mentions';
import { type PhraseQuery, parsePhraseQuery } from '@/lib/queries/phrase-query';
import { publishedDocuments, sampledFrequency, samplePhrase } from '@/lib/queries/phrase-sample';
import { getPool } from '@/lib/store/client';
import { ascending, quantile } from './quantiles';
import { seconds } from './rounds';

export interface PhraseLine {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  /** Documents that hold the phrases, the most. */
  readonly rows: number;
  readonly phrases: number;
}

const COMMON = 20_000;
const MOST = { rare: 15, common: 4 };
const { filters } = parseFilters({ copies: 'all' });

function queryOf(phrase: string): PhraseQuery {
  const query = parsePhraseQuery(phrase);
  if (typeof query === 'string') throw new Error(`${phrase}: ${query}`);
  return query;
}

/** Counts kept for a phrase go, so that the next who asks waits as the first one did. */
async function forget(query: PhraseQuery): Promise<void> {
  await (await getPool('write')).query('DELETE FROM phrase WHERE query = $1', [query.key]);
}

function lineOf(name: string, ms: readonly number[], documents: readonly number[]): PhraseLine {
  const sorted = ascending(ms);
  return {
    name,
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    rows: Math.max(0, ...documents),
    phrases: ms.length,
  };
}

const timed = async (work: () => Promise<unknown>) => 1000 * (await seconds(async () => void (await work())));

/**
 * Phrases that nobody asked for before: up to 20,000 documents exactly at once; of more, the first figure from a sample, and
 * the exact one, which is kept.
 */
export async function benchPhrases(phrases: readonly string[]): Promise<readonly PhraseLine[]> {
  const of = await publishedDocuments();
  const expected = await Promise.all(
    phrases.map(async (phrase) => ({ phrase, n: (await samplePhrase(queryOf(phrase), of)).expected })),
  );
  const rare = expected.filter((e) => e.n > 0 && e.n < COMMON * 0.9).slice(0, MOST.rare);
  const common = expected.filter((e) => e.n > COMMON * 1.1).slice(0, MOST.common);
  const { version } = await dataVersion();
  const { runs } = await unindexedRuns();
  const found: Record<'rare' | 'first' | 'exact' | 'kept' | 'mentions', number[]> = {
    rare: [],
    first: [],
    exact: [],
    kept: [],
    mentions: [],
  };
  const documents: Record<'rare' | 'common', number[]> = { rare: [], common: [] };
  for (const { phrase } of rare) {
    const query = queryOf(phrase);
    await forget(query);
    found.rare.push(await timed(() => phraseFrequency(query, filters)));
    documents.rare.push((await countPhrase(query, version, runs)).documents);
    found.mentions.push(await timed(() => phraseMentions(query, filters, { limit: 50 })));
  }
  for (const { phrase, n } of common) {
    const query = queryOf(phrase);
    await forget(query);
    // What phraseFrequency does for the first who asks, without the count in the background beside it.
    found.first.push(
      await timed(async () => sampledFrequency(query, await samplePhrase(query, of), filters, null, null)),
    );
    found.exact.push(
      await timed(async () =>
        documents.common.push((await countPhrase(query, version, runs, n / of)).documents),
      ),
    );
    found.kept.push(await timed(() => phraseFrequency(query, filters)));
  }
  return [
    lineOf('phrase-rare', found.rare, documents.rare),
    lineOf('phrase-rare-mentions', found.mentions, documents.rare),
    lineOf('phrase-common-first', found.first, documents.common),
    lineOf('phrase-common-exact', found.exact, documents.common),
    lineOf('phrase-common-kept', found.kept, documents.common),
  ];
}
