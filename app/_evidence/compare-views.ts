import { parsePlaces, sharedBy } from '@/lib/format/comparison';
import { parseTwoPeriods } from '@/lib/format/two-periods';
import type { View } from '@/lib/format/view';
import { compareSlogans } from '@/lib/queries/compare-slogans';
import { placesByCode } from '@/lib/queries/places';
import { CHARTED } from '../_compare/trends';
import { periodName } from '../_figures/compare-figures';
import type { EvidenceView } from './evidence-view';

const SERIES_FREE = { by: undefined, measure: undefined } as const;

/** The slogans whose trends the page charts: the one chosen, or those that all places say most. */
async function charted(view: View, codes: readonly string[], chosen: string | undefined): Promise<string[]> {
  if (chosen) return [chosen];
  const { totals, slogans } = await compareSlogans(view.filters, codes);
  const shared = sharedBy(
    slogans,
    totals.map((t) => t.reports),
    CHARTED,
  );
  return shared.map((s) => String(s.id));
}

export const COMPARE_VIEWS = {
  'compare-places': {
    async open(given, own) {
      const view: View = { ...given, filters: { ...given.filters, place: undefined } };
      const chosen = await placesByCode(parsePlaces(own.places));
      if (chosen.length < 2) return null;
      const codes = chosen.map((p) => p.code);
      const places = codes.join(',');
      const trends = await charted(view, codes, own.slogan);
      const table = (name: string) =>
        view.href(`/api/v1/compare/${name}`, { ...SERIES_FREE, place: undefined }, { places });
      return {
        subject: chosen.map((p) => p.name).join(' | '),
        page: view.href('/compare', { place: undefined }, own),
        figures: [
          ...trends.map((slogan) => ['compare-trend', { places, slogan }] as const),
          ...(chosen.length === 2 ? [['compare-places', { places }] as const] : []),
        ],
        tables: ['slogans', 'similarity'].map(table),
        parts: codes.map((place) => ({ kind: 'scope', filters: { ...view.filters, place } })),
      };
    },
  },
  'compare-periods': {
    async open(view, own) {
      const periods = parseTwoPeriods(own.periods);
      if (!periods) return null;
      const [a, b] = periods;
      const bounds = { aFrom: a.from, aUntil: a.until, bFrom: b.from, bUntil: b.until };
      const open = { ...SERIES_FREE, from: undefined, until: undefined };
      return {
        subject: periods.map((p) => periodName(view, p)).join(' | '),
        page: view.href('/compare', {}, own),
        figures: [['compare-periods', own]],
        tables: [view.href('/api/v1/changes', open, bounds)],
        parts: periods.map((period) => ({ kind: 'scope', filters: { ...view.filters, ...period } })),
      };
    },
  },
} satisfies Record<string, EvidenceView>;
