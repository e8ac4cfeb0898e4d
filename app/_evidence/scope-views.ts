import type { View } from '@/lib/format/view';
import { placesByCode } from '@/lib/queries/places';
import type { Own } from '../_figures/figure';
import type { EvidenceView } from './evidence-view';

const SERIES_FREE = { by: undefined, measure: undefined } as const;
const EVERYWHERE = { ...SERIES_FREE, place: undefined, own: undefined } as const;

const whole = (view: View) => ({ kind: 'scope', filters: view.filters }) as const;
const tableOf = (view: View, name: string, more: Own = {}) => view.href(`/api/v1/${name}`, SERIES_FREE, more);

export const SCOPE_VIEWS = {
  overview: {
    open: async (view) => ({
      subject: '',
      page: view.href('/'),
      figures: [
        ['ranking', { top: '30' }],
        ['tiles', {}],
        ['coverage', {}],
      ],
      tables: [tableOf(view, 'totals'), tableOf(view, 'heat')],
      parts: [whole(view)],
    }),
  },
  place: {
    async open(view) {
      const [place] = await placesByCode(view.filters.place ? [view.filters.place] : []);
      if (!place) return null;
      return {
        subject: place.name,
        page: view.href(`/places/${place.code}`),
        figures: [
          ['ranking', { top: '20' }],
          ['place-peers', {}],
          ['places-below', {}],
          ['coverage', {}],
        ],
        tables: [tableOf(view, 'totals'), view.href(`/api/v1/places/${place.code}/silence`, EVERYWHERE)],
        parts: [whole(view)],
      };
    },
  },
  places: {
    open: async (view) => ({
      subject: '',
      page: view.href('/places'),
      figures: [['tiles', {}]],
      tables: [view.href('/api/v1/places', EVERYWHERE)],
      parts: [whole(view)],
    }),
  },
  slogans: {
    open: async (view, own) => ({
      subject: own.q ?? '',
      page: view.href('/slogans', {}, own),
      figures: [],
      tables: [
        tableOf(view, 'slogans', {
          text: own.q,
          kind: own.kind,
          listed: own.status && (own.status === 'listed' ? '1' : '0'),
          order: own.order,
        }),
        tableOf(view, 'totals'),
      ],
      parts: [whole(view)],
    }),
  },
} satisfies Record<string, EvidenceView>;
