/** Where rules without the lexicon may find a slogan; told in source/unlisted.as. */
import { CODE } from './code/unlisted';
import { instantiate } from './memory';

interface Exports {
  readonly survey: (
    tables: number,
    units: number,
    n: number,
    at: number,
    bits: number,
    count: number,
    commas: number,
    others: number,
    places: number,
  ) => number;
}

export const { survey } = instantiate(CODE) as unknown as Exports;
