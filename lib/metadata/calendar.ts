/** Days as ISO strings (YYYY-MM-DD), which compare as text; arithmetic in UTC, so no time zone enters. */

const DAY = 86_400_000;

export function isDay(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
  if (month === 2) return day <= (year % 4 === 0 && year !== 1900 ? 29 : 28);
  return day <= (month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
}

export function isoDay(year: number, month: number, day: number): string {
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** The day `days` later (earlier when negative). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** Days since 1970-01-01, by the civil calendar (no Date object: this runs for every cue of every text). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The day number of an ISO day. */
export function toDayNumber(day: string): number {
  return dayNumber(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

const HAN = '〇一二三四五六七八九';

/** 0–99 written in Arabic digits or Han numerals (十二, 二十八, 三十, 〇九); -1 for anything else. */
export function smallNumber(written: string): number {
  if (written === '') return -1;
  const first = written.charCodeAt(0) - 0x30;
  if (first >= 0 && first <= 9) {
    if (written.length === 1) return first;
    const second = written.charCodeAt(1) - 0x30;
    return written.length === 2 && second >= 0 && second <= 9 ? first * 10 + second : -1;
  }
  const match = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(written.replace(/[零○〇]/g, ''));
  if (match === null) return -1;
  const [, high = '', ten = '', low = ''] = match;
  if (ten === '') return high !== '' && low !== '' ? -1 : HAN.indexOf(high || low);
  return (high === '' ? 1 : HAN.indexOf(high)) * 10 + (low === '' ? 0 : HAN.indexOf(low));
}

/** The last such day on or before the day of publication (a day's grace for reports dated ahead). */
export function lastBefore(month: number, day: number, published: string): string {
  const year = Number(published.slice(0, 4));
  const limit = addDays(published, 1);
  for (let back = 0; back < 5; back++) {
    if (!isDay(year - back, month, Math.max(day, 1))) continue;
    const value = isoDay(year - back, month, Math.max(day, 1));
    if (value <= limit) return value;
  }
  return isoDay(year, month, Math.max(day, 1));
}
