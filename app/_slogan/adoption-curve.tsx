import { StepPlot } from '@/components/charts/step-plot';
import { formatDate } from '@/lib/format/dates';
import { timeTicks } from '@/lib/format/trend';
import type { View } from '@/lib/format/view';
import type { Adoption } from '@/lib/queries/adoption';
import { bucketOf, bucketsBetween, daysBetween } from '@/lib/queries/buckets';

/** Longer than so many days, the axis is divided by years. */
const YEARS = 1_100;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** The share of places that have taken it up, by Kaplan and Meier, day by day. */
export function AdoptionCurve({ view, id, adoption }: { view: View; id: number; adoption: Adoption }) {
  const { t, n, locale } = view;
  const { curve, places } = adoption;
  const [first, last] = [curve[0], curve[curve.length - 1]];
  if (!first || !last || curve.length < 2) return null;
  // Somewhat beyond the last step, so that it can be seen to end there.
  const end = places.reduce((latest, p) => (p.lastReport > latest ? p.lastReport : latest), last.day);
  const grain = daysBetween(first.day, end) > YEARS ? 'year' : 'month';
  const buckets = bucketsBetween(bucketOf(first.day, grain), end, grain);
  const shown = new Set(timeTicks(buckets, 8));
  const names = (day: string) => places.filter((p) => p.firstOwn === day).map((p) => p.name);
  const top = Math.max(...curve.map((s) => 1 - s.notYet));
  const ticks = TICKS.filter((x, i) => x === 0 || (TICKS[i - 1] ?? 0) < top);
  return (
    <StepPlot
      buckets={buckets}
      labels={buckets.map((b, i) => (shown.has(i) ? b.slice(0, grain === 'year' ? 4 : 7) : ''))}
      ticks={ticks.map((value) => ({ value, label: n.share(value) }))}
      points={curve.map((s) => ({
        day: s.day,
        value: 1 - s.notYet,
        href: view.href(`/slogans/${id}`, { from: s.day, until: s.day }, {}, 'mentions'),
        text: t('adoption.step', {
          day: formatDate(s.day, locale),
          names: names(s.day).join(t('adoption.comma')),
          adopted: s.adopted,
          share: n.share(1 - s.notYet),
        }),
      }))}
    />
  );
}
