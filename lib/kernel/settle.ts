/** Which phrases found in a text are slogans there; told in source/settle.as. */
import { CODE } from './code/settle';
import { instantiate } from './memory';

interface Exports {
  readonly settle: (
    tables: number,
    units: number,
    n: number,
    hits: number,
    count: number,
    chosen: number,
    quoted: number,
  ) => number;
}

export const { settle } = instantiate(CODE) as unknown as Exports;
