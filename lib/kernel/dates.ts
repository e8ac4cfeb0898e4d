/** Dates as they are written; told in source/dates.as. */
import { CODE } from './code/dates';
import { instantiate } from './memory';

interface Exports {
  readonly days: (
    units: number,
    n: number,
    at: number,
    bits: number,
    listed: number,
    count: number,
    month: number,
    dash: number,
    start: number,
    end: number,
    rules: number,
    dates: number,
    most: number,
  ) => number;
  readonly rulesAt: (units: number, n: number, start: number, end: number, rules: number) => number;
}

export const { days, rulesAt } = instantiate(CODE) as unknown as Exports;
