import { formatDate } from './dates';
import type { View } from './view';

/** Names of what the filters mention by number. */
export interface FilterNames {
  readonly place: string | null;
  readonly source: string | null;
}

/** The period of the filters in words. */
export function periodText(view: View): string {
  const { t, locale, filters } = view;
  const from = filters.from && formatDate(filters.from, locale);
  const until = filters.until && formatDate(filters.until, locale);
  if (from && until) return from === until ? from : t('filters.between', { from, until });
  if (from) return t('filters.since', { from });
  return until ? t('filters.before', { until }) : t('filters.always');
}

/** Everything the filters say, as the parts of one sentence: period, place, source, measure, copies. */
export function filterSentence(view: View, names: FilterNames): readonly string[] {
  const { t, filters } = view;
  const place = filters.place
    ? t(filters.own ? 'filters.placeOwn' : 'filters.placeAll', { place: names.place ?? filters.place })
    : t('filters.everywhere');
  const parts = [periodText(view), place];
  parts.push(filters.source ? (names.source ?? String(filters.source)) : t('filters.allSources'));
  if (filters.issuer) parts.push(t(`issuer.${filters.issuer}`));
  if (filters.genre) parts.push(t(`genre.${filters.genre}`));
  parts.push(t(`measure.${filters.measure}`), t(`copies.${filters.copies}`));
  if (filters.by) parts.push(t(`grain.${filters.by}`));
  return parts;
}
