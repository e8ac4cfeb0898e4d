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
    hits: number,
    quoted: number,
  ) => number;
  readonly twice: (tables: number, units: number, places: number, count: number, doubtful: number) => number;
}

export const { survey, twice } = instantiate(CODE) as unknown as Exports;
