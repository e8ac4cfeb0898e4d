import { formatDate } from '@/lib/format/dates';
import { timeTicks } from '@/lib/format/trend';
import type { View } from '@/lib/format/view';
import type { Adoption } from '@/lib/queries/adoption';
import { bucketOf, bucketsBetween, daysBetween } from '@/lib/queries/buckets';

/** Longer than so many days, the axis is divided by years. */
const YEARS = 1_100;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

export interface AdoptionSteps {
  readonly buckets: readonly string[];
  readonly labels: readonly string[];
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  readonly points: readonly {
    readonly day: string;
    readonly value: number;
    readonly href: string;
    readonly text: string;
  }[];
}

/** The curve of adoption as it is drawn: the share of places that have taken it up, day by day. Null: no curve. */
export function adoptionSteps(view: View, id: number, adoption: Adoption): AdoptionSteps | null {
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
  return {
    buckets,
    labels: buckets.map((b, i) => (shown.has(i) ? b.slice(0, grain === 'year' ? 4 : 7) : '')),
    ticks: TICKS.filter((x, i) => x === 0 || (TICKS[i - 1] ?? 0) < top).map((value) => ({
      value,
      label: n.share(value),
    })),
    points: curve.map((s) => ({
      day: s.day,
      value: 1 - s.notYet,
      href: view.href(`/slogans/${id}`, { from: s.day, until: s.day }, {}, 'mentions'),
      text: t('adoption.step', {
        day: formatDate(s.day, locale),
        names: names(s.day).join(t('adoption.comma')),
        adopted: s.adopted,
        share: n.share(1 - s.notYet),
      }),
    })),
  };
}

/** What a person would say of who took it up. */
export function adoptionSentence(view: View, found: Adoption): string {
  const { t, locale } = view;
  const adopted = found.places.filter((p) => p.state === 'adopted');
  const first = adopted[0];
  const second = adopted.find((p) => (p.lagFirst ?? 0) > 0);
  const parts = [
    t('adoption.sentence', {
      adopted: adopted.length,
      places: found.places.length,
      first: first?.name ?? '',
      day: formatDate(first?.firstOwn ?? '', locale),
    }),
  ];
  if (second) parts.push(t('adoption.second', { name: second.name, days: second.lagFirst ?? 0 }));
  if (found.shape) parts.push(t(`adoption.shape-${found.shape}`));
  return parts.join(t('trend.space'));
}
