/** What the words around names of places say; told in source/parts/names.as. */
import { CODE } from './code/names';
import { instantiate } from './memory';

interface Exports {
  readonly match: (table: number, units: number, n: number, start: number, end: number) => number;
  readonly weigh: (
    head: number,
    hits: number,
    behind: number,
    units: number,
    n: number,
    tables: number,
  ) => void;
}

export const { match, weigh } = instantiate(CODE) as unknown as Exports;
