import { trendPicture } from '@/components/charts/picture/trend-picture';
import { trendSentence } from '@/lib/format/trend-sentence';
import { RANK_GRAIN, rankTrend } from '../_directives/rank-trend';
import { phraseTrend } from '../_search/phrase-trend';
import type { Figure } from './figure';

export const WORD_FIGURES = {
  'phrase-trend': {
    own: ['q'],
    csv: (view, { q }) => view.href('/api/v1/phrases/frequency', {}, { q, format: 'csv' }),
    page: (view, own) => view.href('/search', {}, { ...own, all: '1' }),
    async draw(view, { q = '' }) {
      const found = await phraseTrend(view, q);
      if (!found) return null;
      return {
        title: q,
        subtitle: view.t('search.phrases'),
        axisTitle: view.t(`axis.${view.filters.measure}`),
        body: trendPicture(view, found.trend, found.axis),
        sentence: trendSentence(found.trend, view.t, view.n),
      };
    },
  },
  'directive-rank': {
    own: ['q'],
    csv: (view, { q }) =>
      view.href(
        '/api/v1/directives/rank',
        { by: view.filters.by ?? RANK_GRAIN, measure: undefined },
        { q, format: 'csv' },
      ),
    page: (view, own) => view.href('/directives', {}, own),
    async draw(view, { q = '' }) {
      const found = await rankTrend(view, q);
      if (!found) return null;
      return {
        title: q,
        subtitle: view.t('rank.title'),
        axisTitle: view.t('rank.axis'),
        body: trendPicture(view, found.trend, found.axis),
        sentence: found.sentence,
      };
    },
  },
} satisfies Record<string, Figure>;
