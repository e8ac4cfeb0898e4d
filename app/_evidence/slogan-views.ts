import { findSlogan, findSlogans } from '@/lib/api/questions/find-slogan';
import { parsePhraseQuery } from '@/lib/queries/phrase-query';
import { DRIFT_KINDS } from '@/lib/queries/said';
import { MOST_SLOGANS } from '../_compare/slogan-lines';
import { chainOf } from '../_slogan/chain';
import type { EvidenceView } from './evidence-view';

const SERIES_FREE = { by: undefined, measure: undefined } as const;

export const SLOGAN_VIEWS = {
  slogan: {
    async open(view, { slogan = '' }) {
      const entry = await findSlogan(slogan);
      if (!entry) return null;
      const { id, canonical } = entry;
      const own = { slogan: String(id) };
      const table = (name: string) => view.href(`/api/v1/slogans/${id}/${name}`, SERIES_FREE);
      return {
        subject: canonical,
        page: view.href(`/slogans/${id}`),
        figures: [
          ['slogan-trend', own],
          ['slogan-places', own],
          ['slogan-heat-map', own],
          ['slogan-adoption', own],
          ['slogan-company', own],
        ],
        tables: ['places', 'adoption', 'life', 'dispersion'].map(table),
        parts: [{ kind: 'slogan', id, name: canonical, filters: view.filters }],
      };
    },
  },
  wording: {
    async open(view, { slogan = '' }) {
      const entry = await findSlogan(slogan);
      if (!entry) return null;
      const { id, canonical } = entry;
      const chain = await chainOf(view, entry);
      const slogans = chain.map((s) => s.id).join(',');
      return {
        subject: canonical,
        page: view.href(`/slogans/${id}/wording`),
        figures: DRIFT_KINDS.map((split) => ['slogan-drift', { slogan: String(id), split }] as const),
        tables:
          chain.length < 2 ? [] : [view.href('/api/v1/chains', { ...SERIES_FREE, by: 'year' }, { slogans })],
        parts: [{ kind: 'slogan', id, name: canonical, filters: view.filters }],
      };
    },
  },
  'compare-slogans': {
    async open(view, own) {
      const entries = await findSlogans((own.slogans ?? '').split(',').slice(0, MOST_SLOGANS));
      if (!entries) return null;
      const slogans = entries.map((s) => s.id).join(',');
      const [a, b, ...more] = entries;
      const pair = a && b && more.length === 0;
      return {
        subject: entries.map((s) => s.canonical).join(' | '),
        page: view.href('/compare', {}, { slogans }),
        figures: [['slogans-trend', { slogans }]],
        tables: pair ? [view.href(`/api/v1/slogans/${a.id}/succession/${b.id}`, SERIES_FREE)] : [],
        parts: entries.map(({ id, canonical }) => ({
          kind: 'slogan',
          id,
          name: canonical,
          filters: view.filters,
        })),
      };
    },
  },
  phrase: {
    async open(view, { q = '' }) {
      const query = parsePhraseQuery(q);
      if (typeof query === 'string') return null;
      return {
        subject: q,
        page: view.href('/search', {}, { q, all: '1' }),
        figures: [['phrase-trend', { q }]],
        tables: [],
        parts: [{ kind: 'phrase', query, name: q, filters: view.filters }],
      };
    },
  },
} satisfies Record<string, EvidenceView>;
