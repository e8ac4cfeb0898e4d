/** Phrases of the lexicon in a text; told in source/phrases.as. */
import { CODE } from './code/phrases';
import { instantiate } from './memory';

interface Exports {
  readonly phrases: (
    index: number,
    units: number,
    n: number,
    places: number,
    located: number,
    hits: number,
    skip: number,
    most: number,
  ) => number;
}

export const { phrases } = instantiate(CODE) as unknown as Exports;
