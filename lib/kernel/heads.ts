/** Who acts in the head of a text; told in source/heads.as. */
import { CODE } from './code/heads';
import { instantiate } from './memory';

interface Exports {
  readonly begin: (head: number, lead: number, titleEnd: number) => void;
  /** 1 where the head says enough, else 0. */
  readonly see: (
    head: number,
    hits: number,
    behind: number,
    units: number,
    n: number,
    tables: number,
  ) => number;
}

export const { begin, see } = instantiate(CODE) as unknown as Exports;
