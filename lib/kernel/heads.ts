/** Who acts in the head of a text; told in source/heads.as. */
import { CODE } from './code/heads';
import { instantiate } from './memory';

interface Exports {
  readonly read: (
    head: number,
    hits: number,
    most: number,
    index: number,
    units: number,
    n: number,
    candidates: number,
    located: number,
    tables: number,
    names: number,
  ) => number;
}

export const { read } = instantiate(CODE) as unknown as Exports;
