/** Where words that introduce speech may stand; told in source/frames.as. */
import { CODE } from './code/frames';
import { instantiate } from './memory';

interface Exports {
  readonly verbs: (units: number, from: number, until: number, tables: number, into: number) => number;
}

export const { verbs } = instantiate(CODE) as unknown as Exports;
