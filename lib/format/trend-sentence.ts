import type { Measure } from '@/lib/filters';
import type { Translate } from '@/lib/i18n/translator';
import type { Numbers } from './numbers';
import type { Trend, TrendCell, TrendSeries } from './trend';

type Known = TrendCell & { value: number };

/** A value of a chart with its unit: 12.3%, 45 per million characters, 67 times. */
export function formatValue(value: number, measure: Measure, t: Translate, n: Numbers): string {
  if (measure === 'share') return n.share(value);
  return measure === 'million'
    ? t('trend.perMillion', { value: n.rate(value) })
    : t('trend.times', { count: value });
}

/** What a person would say of one line: where it begins, its peak, how it ends, and for how much of it nothing is known. */
export function seriesSentence(series: TrendSeries, measure: Measure, t: Translate, n: Numbers): string {
  const known = series.cells.filter((c): c is Known => c.value !== null);
  const [first, last] = [known[0], known[known.length - 1]];
  if (!first || !last) return t('trend.noDocuments', { name: series.name });
  const said = known.filter((c) => c.mentions > 0);
  const [begin, end] = [said[0], said[said.length - 1]];
  if (!begin || !end) return t('trend.never', { name: series.name, from: first.label, until: last.label });
  const peak = said.reduce((best, c) => (c.value > best.value ? c : best), begin);
  const show = (c: Known) => formatValue(c.value, measure, t, n);
  const clauses = [t('trend.begins', { name: series.name, period: begin.label, value: show(begin) })];
  if (peak !== begin) clauses.push(t('trend.peaks', { period: peak.label, value: show(peak) }));
  if (end !== last) clauses.push(t('trend.silent', { period: end.label }));
  else if (last !== peak && last !== begin)
    clauses.push(t('trend.ends', { period: last.label, value: show(last) }));
  const sentence = t('trend.sentence', { clauses: clauses.join(t('trend.join')) });
  const missing = series.cells.length - known.length;
  return missing > 0 ? sentence + t('trend.missing', { count: missing }) : sentence;
}

/** The text alternative of a chart: a sentence a line. */
export function trendSentence(trend: Trend, t: Translate, n: Numbers): string {
  return trend.series.map((s) => seriesSentence(s, trend.measure, t, n)).join(t('trend.space'));
}
