import type { Grain } from '@/lib/filters';
import type { Locale } from '@/lib/i18n/locale';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function parts(day: string): { year: string; month: number; day: number } {
  const [year = '', month = '1', date = '1'] = day.split('-');
  return { year, month: Number(month), day: Number(date) };
}

/** A year, month or day as a reader of the language writes it: 2021年3月15日, 15 Mar 2021. */
export function formatDate(value: string, locale: Locale): string {
  const { year, month, day } = parts(value);
  const english = locale === 'en';
  if (value.length === 4) return english ? year : `${year}年`;
  if (value.length === 7) return english ? `${MONTHS[month - 1]} ${year}` : `${year}年${month}月`;
  return english ? `${day} ${MONTHS[month - 1]} ${year}` : `${year}年${month}月${day}日`;
}

const LENGTH = { day: 10, month: 7, year: 4 } as const;

/** A stored day, as long as its precision; null for an undated one. */
export function formatDay(
  day: string,
  precision: 'day' | 'month' | 'year' | 'none',
  locale: Locale,
): string | null {
  return precision === 'none' ? null : formatDate(day.slice(0, LENGTH[precision]), locale);
}

/** A bucket of a chart: 2021年第1季度, 15 Feb 2021 wk. `start` is its first day. */
export function formatBucket(start: string, grain: Grain, locale: Locale): string {
  const { year, month } = parts(start);
  const english = locale === 'en';
  if (grain === 'year') return formatDate(year, locale);
  if (grain === 'month') return formatDate(start.slice(0, 7), locale);
  if (grain === 'day') return formatDate(start, locale);
  const quarter = Math.floor((month - 1) / 3) + 1;
  if (grain === 'quarter') return english ? `Q${quarter} ${year}` : `${year}年第${quarter}季度`;
  const week = formatDate(start, locale);
  if (english) return `week of ${week}`;
  return locale === 'zh-TW' ? `${week}起一週` : `${week}起一周`;
}
