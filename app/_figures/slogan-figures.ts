import { barsPicture } from '@/components/charts/picture/bars-picture';
import { heatPicture } from '@/components/charts/picture/heat-picture';
import { stepPicture } from '@/components/charts/picture/step-picture';
import { multiplesPicture, trendPicture } from '@/components/charts/picture/trend-picture';
import type { Filters } from '@/lib/filters';
import { trendSentence } from '@/lib/format/trend-sentence';
import type { View } from '@/lib/format/view';
import { adoption } from '@/lib/queries/adoption';
import { MOST_PLACES } from '@/lib/queries/frequency-of-places';
import { DRIFT_KINDS } from '@/lib/queries/said';
import type { SloganEntry } from '@/lib/queries/slogan';
import { axisLabel } from '../_charts/build-trend';
import { adoptionSentence, adoptionSteps } from '../_slogan/adoption-steps';
import { COMPANIONS, closeCompany } from '../_slogan/close-company';
import { DRIFT_GRAIN, driftTrend } from '../_slogan/drift-trend';
import { sloganEntry } from '../_slogan/entry';
import { MULTIPLES, placeTrends } from '../_slogan/place-trends';
import { sloganTrend, smoothingOf } from '../_slogan/slogan-trend';
import { type Drawing, type Figure, listSentence, type Own } from './figure';

type Draw = (
  view: View,
  slogan: SloganEntry,
  own: Own,
) => Promise<Omit<Drawing, 'title' | 'subtitle'> | null>;

/** Where the rows of a figure are, below the slogan, and with which further parameters. */
interface Rows {
  readonly api: string;
  readonly more?: Own;
  /** Of rows that heed neither `by` nor `measure`: none. */
  readonly change?: (view: View) => Partial<Filters>;
}

const SERIES_FREE = () => ({ by: undefined, measure: undefined }) as const;

/** A figure on the page of a slogan. */
function ofSlogan(
  { api, more = {}, change = SERIES_FREE }: Rows,
  draw: Draw,
  own: readonly string[] = [],
): Figure {
  return {
    own: ['slogan', ...own],
    csv: (view, { slogan, ...rest }) =>
      view.href(`/api/v1/slogans/${slogan}/${api}`, change(view), { ...rest, ...more, format: 'csv' }),
    page: (view, { slogan }) => view.href(`/slogans/${slogan}`),
    async draw(view, given) {
      const found = await sloganEntry(given.slogan ?? '');
      const drawn = found && (await draw(view, found, given));
      return drawn ? { title: found.canonical, subtitle: found.gloss ?? '', ...drawn } : null;
    },
  };
}

const asIs = () => ({});

export const SLOGAN_FIGURES = {
  'slogan-trend': ofSlogan(
    { api: 'frequency', change: asIs },
    async (view, slogan, own) => {
      const { trend, drawn, axis } = await sloganTrend(view, slogan, smoothingOf(own.smooth));
      return {
        axisTitle: view.t(`axis.${view.filters.measure}`),
        body: trendPicture(view, drawn, axis),
        sentence: trendSentence(trend, view.t, view.n),
      };
    },
    ['smooth'],
  ),
  'slogan-places': ofSlogan(
    { api: 'places/frequency', more: { top: String(MULTIPLES) }, change: asIs },
    async (view, slogan) => {
      const { multiples } = await placeTrends(view, slogan.id);
      if (multiples.series.length < 2) return null;
      return {
        axisTitle: `${view.t('slogan.byPlace')} · ${view.t(`axis.${view.filters.measure}`)}`,
        body: multiplesPicture(view, multiples),
        sentence: trendSentence(multiples, view.t, view.n),
      };
    },
  ),
  'slogan-heat-map': ofSlogan(
    { api: 'places/frequency', more: { top: String(MOST_PLACES) }, change: asIs },
    async (view, slogan) => {
      const { map, grain } = await placeTrends(view, slogan.id);
      const buckets = map.series[0]?.cells.map((c) => c.bucket) ?? [];
      if (map.series.length < 2) return null;
      return {
        axisTitle: view.t('heatMap.title'),
        body: heatPicture(view, map, axisLabel(view, grain, buckets)),
        sentence: trendSentence(map, view.t, view.n),
      };
    },
  ),
  'slogan-adoption': ofSlogan({ api: 'adoption/curve' }, async (view, slogan) => {
    const found = await adoption(slogan.id, view.filters);
    const steps = adoptionSteps(view, slogan.id, found);
    if (!steps) return null;
    return {
      axisTitle: view.t('adoption.axis'),
      body: stepPicture(steps),
      sentence: adoptionSentence(view, found),
    };
  }),
  'slogan-company': ofSlogan(
    { api: 'company', more: { within: 'paragraph', closest: String(COMPANIONS) } },
    async (view, slogan) => {
      const { reports, rows } = await closeCompany(view, slogan.id);
      if (rows.length === 0) return null;
      const { t, n } = view;
      const bars = rows.map((r) => ({
        name: r.canonical,
        value: r.together / Math.max(reports, 1),
        text: `${n.share(r.together / Math.max(reports, 1))} · ${t('compare.of', { n: n.count(r.together), total: n.count(r.reports) })}`,
      }));
      return {
        axisTitle: `${t('company.title')} · ${t('company.ofThis')}`,
        body: barsPicture(bars),
        sentence: listSentence(view, bars),
      };
    },
  ),
  'slogan-drift': ofSlogan(
    { api: 'drift', change: ({ filters }) => ({ by: filters.by ?? DRIFT_GRAIN, measure: undefined }) },
    async (view, slogan, own) => {
      const kind = DRIFT_KINDS.find((k) => k === own.split) ?? 'variant';
      const { trend } = await driftTrend(view, slogan.id, kind);
      if (trend.series.length < 2) return null;
      return {
        axisTitle: view.t(`drift.axis-${kind}`),
        body: multiplesPicture(view, trend),
        sentence: trendSentence(trend, view.t, view.n),
      };
    },
    ['split'],
  ),
} satisfies Record<string, Figure>;
