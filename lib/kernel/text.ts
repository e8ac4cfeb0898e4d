/** What every text passes through; told in source/text.as. */
import { CODE } from './code/text';
import { instantiate } from './memory';

interface Exports {
  readonly decode: (from: number, length: number, to: number) => number;
  readonly list: (
    units: number,
    n: number,
    table: number,
    lists: number,
    room: number,
    counts: number,
    fromDigit: number,
    fromPlaced: number,
  ) => number;
}

export const { decode, list } = instantiate(CODE) as unknown as Exports;
