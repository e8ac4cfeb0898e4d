/** Whether a text may hold lists; told in source/lists.as. */
import { CODE } from './code/lists';
import { instantiate } from './memory';

interface Exports {
  readonly survey: (
    tables: number,
    units: number,
    n: number,
    at: number,
    bits: number,
    count: number,
    into: number,
    size: number,
    counts: number,
  ) => number;
}

export const { survey } = instantiate(CODE) as unknown as Exports;
