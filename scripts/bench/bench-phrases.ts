import { parseFilters } from '@/lib/filters';
import { dataVersion } from '@/lib/queries/data-version';
import { phraseFrequency } from '@/lib/queries/phrase';
import { countPhrase, keptPhrase, unindexedRuns } from '@/lib/queries/phrase-count';
import { phraseMentions } from '@/lib/queries/phrase-mentions';
import { type PhraseQuery, parsePhraseQuery } from '@/lib/queries/phrase-query';
import { GLANCE, publishedDocuments, sampledFrequency, samplePhrase } from '@/lib/queries/phrase-sample';
import { getPool } from '@/lib/store/client';
import { type PlansOf, plansOf } from './plans-of';
import { ascending, quantile } from './quantiles';
import { seconds } from './rounds';

export interface PhraseLine extends PlansOf {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  /** What the p95 may be, in milliseconds; null where nothing is asked. */
  readonly asked: number | null;
  /** Documents that hold the phrases, the most. */
  readonly documents: number;
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

interface Phrase {
  readonly query: PhraseQuery;
  /** Share of the documents that hold it, by a sample. */
  readonly share: number;
}

/** What is timed of each phrase, in this order: what the one keeps, the next may read. */
interface Step {
  readonly name: string;
  readonly asked: number | null;
  run(phrase: Phrase): Promise<unknown>;
}

async function stepsOf(
  of: number,
): Promise<{ readonly rare: readonly Step[]; readonly common: readonly Step[] }> {
  const { version } = await dataVersion();
  const { runs } = await unindexedRuns();
  const anew = async ({ query, share }: Phrase) => {
    await forget(query);
    return countPhrase(query, version, runs, share);
  };
  return {
    rare: [
      {
        name: 'phrase-rare',
        asked: 300,
        run: async ({ query }) => {
          await forget(query);
          return phraseFrequency(query, filters);
        },
      },
      {
        name: 'phrase-rare-mentions',
        asked: null,
        run: ({ query }) => phraseMentions(query, filters, { limit: 50 }),
      },
    ],
    common: [
      {
        // What phraseFrequency does for the first who asks, without the count in the background beside it.
        name: 'phrase-common-first',
        asked: 1_000,
        run: async ({ query }) => sampledFrequency(query, await samplePhrase(query, of), filters, null, null),
      },
      { name: 'phrase-common-exact', asked: 15_000, run: anew },
      { name: 'phrase-common-kept', asked: null, run: ({ query }) => phraseFrequency(query, filters) },
    ],
  };
}

const timed = async (work: () => Promise<unknown>) => 1000 * (await seconds(async () => void (await work())));

/** Times the steps with each phrase; the plans are those of the commonest of them. */
async function linesOf(steps: readonly Step[], phrases: readonly Phrase[]): Promise<PhraseLine[]> {
  const ms = steps.map((): number[] => []);
  const documents: number[] = [];
  const { version } = await dataVersion();
  for (const phrase of phrases) {
    for (const [i, step] of steps.entries()) ms[i]?.push(await timed(() => step.run(phrase)));
    documents.push((await keptPhrase(phrase.query, version))?.documents ?? 0);
  }
  const commonest = [...phrases].sort((a, b) => b.share - a.share)[0];
  const lines: PhraseLine[] = [];
  for (const [i, { name, asked, run }] of steps.entries()) {
    const sorted = ascending(ms[i] ?? []);
    lines.push({
      name,
      asked,
      p50: quantile(sorted, 0.5),
      p95: quantile(sorted, 0.95),
      ...(commonest ? await plansOf(() => run(commonest)) : { rows: 0, scans: [] }),
      documents: Math.max(0, ...documents),
      phrases: sorted.length,
    });
  }
  return lines;
}

/** The first rare and the first common ones, as a sample tells them apart. */
async function chosen(phrases: readonly string[], of: number) {
  const [rare, common]: [Phrase[], Phrase[]] = [[], []];
  for (const phrase of phrases) {
    if (rare.length === MOST.rare && common.length === MOST.common) break;
    const query = queryOf(phrase);
    // Most are far too common to be rare ones, which a glance tells.
    if (common.length === MOST.common && (await samplePhrase(query, of, GLANCE)).expected > 3 * COMMON)
      continue;
    const { expected: n } = await samplePhrase(query, of);
    const found = { query, share: n / of };
    if (n > 0 && n < COMMON * 0.9 && rare.length < MOST.rare) rare.push(found);
    if (n > COMMON * 1.1 && common.length < MOST.common) common.push(found);
  }
  return { rare, common };
}

/**
 * Phrases that nobody asked for before: up to 20,000 documents exactly at once; of more, the first figure from a sample, and
 * the exact one, which is kept.
 */
export async function benchPhrases(phrases: readonly string[]): Promise<readonly PhraseLine[]> {
  const of = await publishedDocuments();
  const { rare, common } = await chosen(phrases, of);
  const steps = await stepsOf(of);
  return [...(await linesOf(steps.rare, rare)), ...(await linesOf(steps.common, common))];
}
