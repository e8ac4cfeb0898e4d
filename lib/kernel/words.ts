/** Words of an index in a part of a text; told in source/words.as. */
import { CODE } from './code/words';
import { instantiate } from './memory';

interface Exports {
  readonly find: (
    index: number,
    units: number,
    start: number,
    end: number,
    candidates: number,
    located: number,
    hits: number,
    count: number,
    most: number,
  ) => number;
}

export const { find } = instantiate(CODE) as unknown as Exports;
