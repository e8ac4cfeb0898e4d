import { barsPicture } from '@/components/charts/picture/bars-picture';
import { coveragePicture } from '@/components/charts/picture/coverage-picture';
import { tilePicture, tileRowPicture } from '@/components/charts/picture/tile-picture';
import type { View } from '@/lib/format/view';
import { coverageByPlace } from '@/lib/queries/coverage-by-place';
import { places, placesByCode } from '@/lib/queries/places';
import { ranking } from '@/lib/queries/ranking';
import { totals } from '@/lib/queries/totals';
import { wilson } from '@/lib/stats/intervals';
import { axisLabel } from '../_charts/build-trend';
import { type Figure, listSentence } from './figure';

const RANKED = 14;

async function placeName(view: View): Promise<string> {
  const { place } = view.filters;
  const [found] = await placesByCode(place ? [place] : []);
  return found?.name ?? view.t('filters.everywhere');
}

/** The page that shows a scope: that of its place, or the overview. */
const scopePage = (view: View) =>
  view.filters.place ? view.href(`/places/${view.filters.place}`) : view.href('/');

const SERIES_FREE = { by: undefined, measure: undefined } as const;
const EVERYWHERE = { ...SERIES_FREE, place: undefined, own: undefined } as const;

export const CORPUS_FIGURES = {
  ranking: {
    own: ['top'],
    csv: (view, { top }) => view.href('/api/v1/ranking', SERIES_FREE, { top, format: 'csv' }),
    page: scopePage,
    async draw(view) {
      const { t, n } = view;
      const [{ slogans }, { reports }, name] = await Promise.all([
        ranking(view.filters, RANKED),
        totals(view.filters),
        placeName(view),
      ]);
      if (slogans.length === 0) return null;
      const rows = slogans.map((s) => {
        const share = reports > 0 ? s.reports / reports : 0;
        const { low, high } = wilson(s.reports, reports);
        const of = t('compare.of', { n: n.count(s.reports), total: n.count(reports) });
        return { name: s.canonical, value: share, low, high, text: `${n.share(share)} · ${of}` };
      });
      return {
        title: name,
        subtitle: t('overview.ranking'),
        axisTitle: t('axis.share'),
        body: barsPicture(rows),
        sentence: listSentence(view, rows),
      };
    },
  },
  tiles: {
    own: [],
    csv: (view) => view.href('/api/v1/places', EVERYWHERE, { level: 'province', format: 'csv' }),
    page: (view) => view.href('/'),
    async draw(view) {
      const counts = (await places(view.filters)).filter((p) => p.level === 'province');
      if (counts.length === 0) return null;
      const rows = counts.map((p) => ({ name: p.name, text: view.n.count(p.reports) }));
      return {
        title: view.t('tiles.title'),
        subtitle: '',
        axisTitle: view.t('tiles.note'),
        body: tilePicture(view, counts),
        sentence: listSentence(view, rows),
      };
    },
  },
  'places-below': {
    own: [],
    csv: (view) => view.href('/api/v1/places', EVERYWHERE, { parent: view.filters.place, format: 'csv' }),
    page: scopePage,
    async draw(view) {
      const below = (await places(view.filters)).filter((p) => p.parentCode === view.filters.place);
      if (below.length === 0) return null;
      return {
        title: await placeName(view),
        subtitle: view.t('tiles.below'),
        axisTitle: view.t('tiles.belowNote'),
        body: tileRowPicture(view, below),
        sentence: listSentence(
          view,
          below.map((p) => ({ name: p.name, text: view.n.count(p.reports) })),
        ),
      };
    },
  },
  coverage: {
    own: [],
    csv: (view) => view.href('/api/v1/coverage/places', { measure: undefined }, { format: 'csv' }),
    page: scopePage,
    async draw(view) {
      const found = await coverageByPlace(view.filters);
      if (found.rows.length === 0) return null;
      const sum = (row: (typeof found.rows)[number]) => row.reports.reduce((a, b) => a + b, 0);
      return {
        title: await placeName(view),
        subtitle: view.t('coverage.title'),
        axisTitle: view.t('coverage.note'),
        body: coveragePicture(view, found, axisLabel(view, found.grain, found.buckets)),
        sentence: listSentence(
          view,
          found.rows.map((r) => ({ name: r.name, text: view.n.count(sum(r)) })),
        ),
      };
    },
  },
} satisfies Record<string, Figure>;
