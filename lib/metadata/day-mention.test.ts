import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isDay, smallNumber } from './calendar.ts';
import { type DayMention, dayAt, listDays } from './day-mention.ts';
import { textOf } from './testing.ts';

const HAN = '〇一二三四五六七八九';

/** A year of four digits, Arabic or Han; -1 for anything else. */
function yearNumber(written: string): number {
  if (/^\d{4}$/.test(written)) return Number(written);
  if (!/^[〇○零一二三四五六七八九]{4}$/.test(written)) return -1;
  return Number([...written.replace(/[○零]/g, '〇')].map((digit) => HAN.indexOf(digit)).join(''));
}

/** A date with 月, as plainly as it can be said. */
function writtenAt(text: string, month: number, from: number, to: number): DayMention | null {
  const numerals = '[0-9〇○零一二三四五六七八九十]';
  const before = new RegExp(`${numerals}{1,3}$`).exec(text.slice(from, month))?.[0] ?? '';
  const value = smallNumber(before);
  if (value < 1 || value > 12) return null;
  const dayOf = new RegExp(`^${numerals}{0,3}`).exec(text.slice(month + 1, to))?.[0] ?? '';
  const dayEnd = month + 1 + dayOf.length;
  const day = '日号'.includes(text.charAt(dayEnd) || 'x') ? Math.max(0, smallNumber(dayOf)) : 0;
  const first = month - before.length;
  const hasYear = text.charAt(first - 1) === '年' && first - 5 >= from;
  const written = hasYear ? yearNumber(text.slice(first - 5, first - 1)) : -1;
  const year = written > 1900 ? written : 0;
  if (day > 0 && !isDay(year === 0 ? 2020 : year, value, day)) return null;
  return {
    start: year > 0 ? first - 5 : first,
    end: day > 0 ? dayEnd + 1 : month + 1,
    year,
    month: value,
    day,
  };
}

const DASHED = /(?<![\d/.-])(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/.-]\d)/y;

function dashedAt(text: string, start: number): DayMention | null {
  DASHED.lastIndex = start;
  const match = DASHED.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDay(year, month, day) ? { start, end: start + match[0].length, year, month, day } : null;
}

function plainly(text: string, from: number, to: number): DayMention[] {
  const found: DayMention[] = [];
  for (let i = from; i < to; i++) {
    const date = text.charAt(i) === '月' ? writtenAt(text, i, from, to) : null;
    const dashed = i + 2 <= to ? dashedAt(text, i) : null;
    for (const each of [date, dashed]) if (each !== null) found.push(each);
  }
  return found.sort((a, b) => a.start - b.start);
}

const numbers = fc.constantFrom(
  '1',
  '2',
  '9',
  '12',
  '13',
  '30',
  '31',
  '0',
  '十',
  '十一',
  '二十八',
  '〇九',
  '3十',
  '零',
);
const years = fc.constantFrom('2021', '2020', '1900', '1899', '2100', '二〇二一', '二0二一', '021', '202');
const between = fc.constantFrom('年', '月', '日', '号', '-', '/', '.', '个', '，', '');
const texts = fc
  .array(fc.oneof(numbers, years, between, between), { maxLength: 24 })
  .map((pieces) => pieces.join(''));

it('finds the dates of a plain reading, within the range only', () => {
  fc.assert(
    fc.property(texts, fc.nat(40), fc.nat(40), (written, a, b) => {
      const [from, to] = [Math.min(a, b, written.length), Math.min(Math.max(a, b), written.length)];
      const count = listDays(textOf(written), from, to);
      expect(Array.from({ length: count }, (_, i) => dayAt(i))).toEqual(plainly(written, from, to));
    }),
    { numRuns: 5000 },
  );
});
