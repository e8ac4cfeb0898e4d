import { butterflyPicture } from '@/components/charts/picture/bars-picture';
import { trendPicture } from '@/components/charts/picture/trend-picture';
import { parsePlaces } from '@/lib/format/comparison';
import { formatDate } from '@/lib/format/dates';
import { trendSentence } from '@/lib/format/trend-sentence';
import { type Bounds, parseTwoPeriods } from '@/lib/format/two-periods';
import type { View } from '@/lib/format/view';
import { keyness } from '@/lib/queries/keyness';
import type { Keyness } from '@/lib/queries/keyness-of-counts';
import { keynessOfPeers } from '@/lib/queries/keyness-of-peers';
import { placesByCode } from '@/lib/queries/places';
import { EACH, keynessRows } from '../_compare/keyness-rows';
import { placeLines } from '../_compare/place-lines';
import { parseSlogans, sloganLines } from '../_compare/slogan-lines';
import { sloganEntry } from '../_slogan/entry';
import { type Drawing, type Figure, listSentence } from './figure';

/** A period in words. */
export function periodName(view: View, { from = '', until = '' }: Bounds): string {
  const words = { from: formatDate(from, view.locale), until: formatDate(until, view.locale) };
  return from === until ? words.from : view.t('filters.between', words);
}

function wings(view: View, found: Keyness, names: readonly [string, string]): Drawing | null {
  const rows = keynessRows(view, found).map((r) => ({
    name: r.canonical,
    value: r.logRatio,
    low: r.low95,
    high: r.high95,
    text: r.text,
  }));
  if (rows.length === 0) return null;
  return {
    title: `${names[0]} | ${names[1]}`,
    subtitle: view.t('keyness.title'),
    axisTitle: view.t('keyness.note'),
    body: butterflyPicture(rows, names),
    sentence: listSentence(view, rows),
  };
}

const SERIES_FREE = { by: undefined, measure: undefined } as const;
/** The rows that the butterfly shows. */
const STRONGEST = { strongest: String(EACH) };
const NO_PERIOD = { ...SERIES_FREE, from: undefined, until: undefined } as const;

export const COMPARE_FIGURES = {
  'compare-trend': {
    own: ['places', 'slogan'],
    csv: (view, { slogan, places }) =>
      view.href(`/api/v1/slogans/${slogan}/frequency`, { place: undefined }, { places, format: 'csv' }),
    page: (view, own) => view.href('/compare', {}, own),
    async draw(view, own) {
      const [slogan, places] = await Promise.all([
        sloganEntry(own.slogan ?? ''),
        placesByCode(parsePlaces(own.places)),
      ]);
      if (!slogan || places.length === 0) return null;
      const { trend, axis } = await placeLines(view, slogan.id, places);
      return {
        title: slogan.canonical,
        subtitle: places.map((p) => p.name).join(' | '),
        axisTitle: view.t(`axis.${view.filters.measure}`),
        body: trendPicture(view, trend, axis),
        sentence: trendSentence(trend, view.t, view.n),
      };
    },
  },
  'slogans-trend': {
    own: ['slogans'],
    csv: (view, { slogans }) => view.href('/api/v1/compare/frequency', {}, { slogans, format: 'csv' }),
    page: (view, own) => view.href('/compare', {}, own),
    async draw(view, own) {
      const slogans = await parseSlogans(own.slogans);
      if (slogans.length === 0) return null;
      const { trend, axis } = await sloganLines(view, slogans);
      return {
        title: slogans.map((s) => s.canonical).join(' | '),
        subtitle: '',
        axisTitle: view.t(`axis.${view.filters.measure}`),
        body: trendPicture(view, trend, axis),
        sentence: trendSentence(trend, view.t, view.n),
      };
    },
  },
  'compare-places': {
    own: ['places'],
    csv(view, own) {
      const [a, b] = parsePlaces(own.places);
      return view.href(
        '/api/v1/compare/places',
        { ...SERIES_FREE, place: undefined },
        { a, b, ...STRONGEST, format: 'csv' },
      );
    },
    page: (view, own) => view.href('/compare', {}, own),
    async draw(view, own) {
      const [a, b] = await placesByCode(parsePlaces(own.places));
      if (!a || !b) return null;
      const found = await keyness({ ...view.filters, place: a.code }, { ...view.filters, place: b.code });
      return wings(view, found, [a.name, b.name]);
    },
  },
  'compare-periods': {
    own: ['periods'],
    csv(view, own) {
      const [a, b] = parseTwoPeriods(own.periods) ?? [];
      const bounds = { aFrom: a?.from, aUntil: a?.until, bFrom: b?.from, bUntil: b?.until };
      return view.href('/api/v1/compare/periods', NO_PERIOD, { ...bounds, ...STRONGEST, format: 'csv' });
    },
    page: (view, own) => view.href('/compare', {}, own),
    async draw(view, own) {
      const periods = parseTwoPeriods(own.periods);
      if (!periods) return null;
      const [a, b] = periods;
      const found = await keyness({ ...view.filters, ...a }, { ...view.filters, ...b });
      return wings(view, found, [periodName(view, a), periodName(view, b)]);
    },
  },
  'place-peers': {
    own: [],
    csv: (view) =>
      view.href(
        `/api/v1/places/${view.filters.place}/peers`,
        { ...SERIES_FREE, place: undefined, own: undefined },
        { ...STRONGEST, format: 'csv' },
      ),
    page: (view) => view.href(`/places/${view.filters.place}`),
    async draw(view) {
      const code = view.filters.place ?? '';
      const [[place], found] = await Promise.all([placesByCode([code]), keynessOfPeers(view.filters, code)]);
      if (!place || !found) return null;
      return wings(view, found, [place.name, view.t('peers.rest', { name: found.parent.name })]);
    },
  },
} satisfies Record<string, Figure>;
