import { MiniTrend } from '@/components/charts/mini-trend';
import { Concordance } from '@/components/text/concordance';
import type { ConcordanceRow } from '@/components/text/concordance-line';
import type { View } from '@/lib/format/view';
import { phraseFrequency } from '@/lib/queries/phrase';
import { type PhraseMentionRow, phraseMentions } from '@/lib/queries/phrase-mentions';
import { parsePhraseQuery } from '@/lib/queries/phrase-query';
import { buildTrend } from '../_charts/build-trend';
import { currentData } from '../_frame/frame-data';

const ROWS = 10;

/** An occurrence as a line of a concordance; who speaks is known of slogans only. */
function asLine(row: PhraseMentionRow): ConcordanceRow {
  return { ...row, ordinal: row.at, paragraphOrdinal: null, frame: null, office: null, speaker: null };
}

/** The text itself, wherever it stands, tracked or not: how often, when, and the newest paragraphs. */
export async function PhraseSection({ view, text }: { view: View; text: string }) {
  const { t, n } = view;
  const query = parsePhraseQuery(text);
  if (typeof query === 'string') {
    return <p className="quiet small">{t(`search.problem-${query}`)}</p>;
  }
  const [found, { publishedAt }] = await Promise.all([phraseFrequency(query, view.filters), currentData()]);
  const { rows } = await phraseMentions(query, view.filters, { limit: ROWS });
  const series = found.series[0];
  const sum = (of: (r: { mentions: number; reports: number }) => number) =>
    (series?.rows.reduce((all, r) => all + of(r), 0) ?? 0) + (series ? of(series.coarser) : 0);
  const [mentions, reports] = [sum((r) => r.mentions), sum((r) => r.reports)];
  const trend = buildTrend(view, found, [{ key: 'all', name: text, path: '/search' }], publishedAt);
  return (
    <section aria-labelledby="phrases">
      <h2 id="phrases">{t('search.phrases')}</h2>
      <p className="small">
        {t('search.counted', { mentions, reports })}{' '}
        {!found.exact && t('search.sampled', { of: n.count(found.sample?.documents ?? 0) })}
      </p>
      {mentions > 3 && (
        <div className="phrase-trend">
          <MiniTrend view={view} trend={trend} series={0} />
        </div>
      )}
      <Concordance view={view} rows={rows.map(asLine)} />
    </section>
  );
}
