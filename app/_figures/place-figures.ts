import { columnsPicture } from '@/components/charts/picture/columns-picture';
import { dotsPicture } from '@/components/charts/picture/dots-picture';
import { parsePlaces, sharedBy, shareIn, topOf } from '@/lib/format/comparison';
import type { View } from '@/lib/format/view';
import { compareSlogans } from '@/lib/queries/compare-slogans';
import { placesByCode } from '@/lib/queries/places';
import { wilson } from '@/lib/stats/intervals';
import { type Figure, listSentence, type Own } from './figure';

const TOP = 8;
const SHARED = 12;

const csv = (view: View, own: Own) =>
  view.href(
    '/api/v1/compare/slogans',
    { by: undefined, measure: undefined, place: undefined },
    { ...own, format: 'csv' },
  );

/** The places of a comparison with what they say; null where there are fewer than two. */
async function compared(view: View, own: Own) {
  const places = await placesByCode(parsePlaces(own.places));
  if (places.length < 2) return null;
  const { totals, slogans } = await compareSlogans(
    { ...view.filters, place: undefined },
    places.map((p) => p.code),
  );
  return { names: places.map((p) => p.name), totals: totals.map((c) => c.reports), slogans };
}

/** What places say, in lists and together. */
export const PLACE_FIGURES = {
  'compare-tops': {
    own: ['places'],
    csv,
    page: (view, own) => view.href('/compare', {}, own),
    async draw(view, own) {
      const found = await compared(view, own);
      if (!found) return null;
      const { names, totals, slogans } = found;
      const columns = names.map((name, i) => ({
        name,
        rows: topOf(slogans, i, TOP).map((s) => {
          const value = shareIn(s, totals, i);
          return { name: s.canonical, value, text: view.n.share(value) };
        }),
      }));
      return {
        title: names.join(' | '),
        subtitle: view.t('compare.tops'),
        axisTitle: view.t('axis.share'),
        body: columnsPicture(columns),
        sentence: columns.map((c) => `${c.name}: ${listSentence(view, c.rows)}`).join('; '),
      };
    },
  },
  'compare-shared': {
    own: ['places'],
    csv,
    page: (view, own) => view.href('/compare', {}, own),
    async draw(view, own) {
      const found = await compared(view, own);
      if (!found) return null;
      const { names, totals, slogans } = found;
      const rows = sharedBy(slogans, totals, SHARED);
      if (rows.length === 0) return null;
      const dots = rows.map((s) => ({
        name: s.canonical,
        values: totals.map((total, i) => ({
          value: shareIn(s, totals, i),
          ...wilson(s.reports[i] ?? 0, total),
        })),
      }));
      const said = dots.map((r) => ({
        name: r.name,
        text: r.values.map((v, i) => `${names[i]} ${view.n.share(v.value)}`).join(', '),
      }));
      return {
        title: names.join(' | '),
        subtitle: view.t('compare.shared'),
        axisTitle: view.t('axis.share'),
        body: dotsPicture(dots, names, view.n.share),
        sentence: listSentence(view, said),
      };
    },
  },
} satisfies Record<string, Figure>;
