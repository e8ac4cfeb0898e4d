/**
 * The loops that look at every unit of a text, compiled (see kernel.as), and the memory that they work in: tables,
 * written once, and room for one text at a time, which the next one overwrites. A WebAssembly module does this two to
 * three times faster than the same loops in JavaScript: it checks no bounds, and decodes four characters at once.
 */
import { Buffer } from 'node:buffer';
import { CODE } from './code';

interface Exports {
  readonly memory: WebAssembly.Memory;
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
  readonly find: (
    index: number,
    units: number,
    start: number,
    end: number,
    candidates: number,
    flat: number,
    size: number,
    most: number,
  ) => number;
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

/** The compiled functions; what they do is told in kernel.as. */
const { memory, decode, list, find, phrases } = new WebAssembly.Instance(
  new WebAssembly.Module(Buffer.from(CODE, 'base64')),
).exports as unknown as Exports;

export { decode, find, list, phrases };

const PAGE = 65_536;
/** Enough for the tables of one process, so that views rarely become useless: pages that nobody writes to cost nothing. */
const PAGES = 128;
memory.grow(PAGES);

/** What the memory consists of until it grows; asking the memory itself costs as much as looking at fifty units. */
export let buffer = memory.buffer;
/** The compiler keeps the lowest addresses for itself. */
let top = 1024;

/** Takes `bytes` of memory for good; returns their address. Views of the memory made before may be of no more use. */
export function allocate(bytes: number): number {
  const address = top;
  top += (bytes + 15) & ~15;
  const missing = top - buffer.byteLength;
  if (missing > 0) {
    memory.grow(Math.ceil(missing / PAGE));
    buffer = memory.buffer;
  }
  return address;
}

/** Copies a table into memory for good; returns its address. */
export function keep(table: Uint8Array | Uint16Array | Int32Array): number {
  const address = allocate(table.byteLength);
  new Uint8Array(buffer, address).set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength));
  return address;
}
