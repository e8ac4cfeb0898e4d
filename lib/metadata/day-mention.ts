import { days } from '@/lib/kernel/dates';
import { Numbers } from '@/lib/kernel/memory';
import { addressOf, addressOfList } from '@/lib/kernel/room';
import { MARK, marksOf } from '@/lib/marks';
import type { Span, Text } from '@/lib/types';
import { DAY_RULE_TABLE, type DayRoleFound, dayRoleOf } from './day-role.ts';

/** A date as written: 0 stands for a part that is not written. */
export interface DayMention extends Span {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Numbers a date takes: start, end, year, month, day and the rules that the units around it allow. */
const FIELDS = 6;
/** More than stand in the longest part of a text that is read for dates. */
const MOST = 1024;
const found = new Numbers(FIELDS * MOST);

/**
 * Lists all dates with a month written with 月, and those of the form 2021-02-10, in `[start, end)`, in order:
 * 2021年2月10日, 二〇二一年二月十日, 2月12号, 2021年2月, 2月; numbers that are no date (13月, 3个月) are passed over.
 * Returns how many there are: `dayAt` and `roleAt` tell of each of them, until the next list is made.
 */
export function listDays(text: Text, start: number, end: number): number {
  const marks = marksOf(text);
  const { datedCount } = marks;
  // None, or none behind the beginning.
  if (datedCount === 0 || (marks.at[marks.dated[datedCount - 1] as number] as number) < start) return 0;
  return days(
    addressOf(text.units),
    text.string.length,
    addressOfList(marks.at, 0),
    addressOfList(marks.bits, 1),
    addressOfList(marks.dated, 4),
    datedCount,
    MARK.month,
    MARK.dash,
    start,
    end,
    DAY_RULE_TABLE,
    found.address,
    MOST,
  );
}

/** A listed date. */
export function dayAt(number: number): DayMention {
  const at = number * FIELDS;
  const numbers = found.read();
  return {
    start: numbers[at] as number,
    end: numbers[at + 1] as number,
    year: numbers[at + 2] as number,
    month: numbers[at + 3] as number,
    day: numbers[at + 4] as number,
  };
}

/** What a listed date is the date of. */
export function roleAt(text: Text, number: number): DayRoleFound {
  const at = number * FIELDS;
  const numbers = found.read();
  return dayRoleOf(text, numbers[at] as number, numbers[at + 1] as number, numbers[at + 5] as number);
}
