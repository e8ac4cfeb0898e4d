import { FigureMenu } from '@/components/charts/figure-menu';
import { TrendDoubts } from '@/components/charts/trend-doubts';
import { TrendPlot } from '@/components/charts/trend-plot';
import { TrendTable } from '@/components/charts/trend-table';
import { Concordance } from '@/components/text/concordance';
import type { ConcordanceRow } from '@/components/text/concordance-line';
import { trendSentence } from '@/lib/format/trend-sentence';
import type { View } from '@/lib/format/view';
import { type PhraseMentionRow, phraseMentions } from '@/lib/queries/phrase-mentions';
import { parsePhraseQuery } from '@/lib/queries/phrase-query';
import type { PhraseSample } from '@/lib/queries/phrase-sample';
import { figureLinks } from '../_figures/figure-links';
import { Older } from '../_frame/older';
import { phraseTrend } from './phrase-trend';

const PAGE = 30;

/** An occurrence as a line of a concordance; who speaks is known of slogans only. */
function asLine(row: PhraseMentionRow): ConcordanceRow {
  return { ...row, ordinal: row.at, paragraphOrdinal: null, frame: null, office: null, speaker: null };
}

/** The text itself, wherever it stands, tracked or not: how often, when, and every paragraph, the newest first. */
export async function PhraseSection({ view, text }: { view: View; text: string }) {
  const { t, n, after } = view;
  const query = parsePhraseQuery(text);
  if (typeof query === 'string') {
    return <p className="quiet small">{t(`search.problem-${query}`)}</p>;
  }
  const told = await phraseTrend(view, text);
  if (!told) return null;
  const { found, trend, axis } = told;
  const links = await figureLinks(view, 'phrase-trend', { q: text }, text);
  const { rows, next } = await phraseMentions(query, view.filters, { limit: PAGE, after });
  const series = found.series[0];
  const sum = (of: (r: { mentions: number; reports: number }) => number) =>
    (series?.rows.reduce((all, r) => all + of(r), 0) ?? 0) + (series ? of(series.coarser) : 0);
  const [mentions, reports] = [sum((r) => r.mentions), sum((r) => r.reports)];
  return (
    <section id="mentions" aria-labelledby="phrases">
      <div className="section-head">
        <h2 id="phrases">{t('search.phrases')}</h2>
        {mentions > 3 && <FigureMenu view={view} table="phrase-data" {...links} />}
      </div>
      <p className="small">
        <span data-testid="mention-count" data-count={mentions}>
          {t('search.counted', { mentions, reports })}
        </span>{' '}
        {found.sample && <Sampled view={view} sample={found.sample} />}
      </p>
      {mentions > 3 && (
        <figure className="trend phrase-trend">
          <p className="axis-title">{t(`axis.${view.filters.measure}`)}</p>
          <TrendPlot view={view} trend={trend} detailed axis={axis} />
          <figcaption>
            <p className="small">{trendSentence(trend, t, n)}</p>
          </figcaption>
          <TrendDoubts view={view} trend={trend} />
          <TrendTable view={view} trend={trend} id="phrase-data" />
        </figure>
      )}
      <Concordance view={view} rows={rows.map(asLine)} />
      <Older view={view} path="/search" own={{ q: text, all: '1' }} after={after} next={next} />
    </section>
  );
}

/** That the numbers are of a sample, and how many documents hold it in all, as far as the sample tells. */
function Sampled({ view, sample }: { view: View; sample: PhraseSample }) {
  const { t, n } = view;
  const whole = (x: number) => n.count(Math.round(x));
  const { low, high } = sample.interval;
  return (
    <span className="first-figures" role="note">
      {t('search.sampled', { of: n.count(sample.documents) })}{' '}
      {t('sample.expected', { expected: whole(sample.expected), low: whole(low), high: whole(high) })}
    </span>
  );
}
