/** Where verbs of speech stand that may open a frame. */
import { verbs } from '@/lib/kernel/frames';
import { allocate, buffer } from '@/lib/kernel/memory';
import { addressOf, roomFor } from '@/lib/kernel/room';
import type { Text } from '@/lib/types';
import { PAIRS, pairHash } from './characters';
import { SPEAKING_BODIES, SPEECH_VERBS } from './frame-tables';

/** What shows that speech follows. */
const PAUSES = Array.from('，：“', (c) => c.charCodeAt(0));
const TABLES = hand();

/** The tables of the kernel (see source/frames.as). A longer verb begins with one of two units or ends with one of one. */
function hand(): number {
  const openings = SPEECH_VERBS.split('|').flatMap((verb) =>
    verb.length > 1 ? [verb] : PAUSES.map((pause) => verb + String.fromCharCode(pause)),
  );
  const pairs = openings.map((each) => each.charCodeAt(0) | (each.charCodeAt(1) << 16));
  const numbers = [...PAUSES, ...new Set(pairs), 0];
  const bits = PAIRS / 8;
  const address = allocate(bits + 256 + 4 * numbers.length);
  const bytes = new Uint8Array(buffer, address, bits + 256);
  for (const each of openings) {
    const hash = pairHash(each.charCodeAt(0), each.charCodeAt(1));
    bytes[hash >> 3] = (bytes[hash >> 3] as number) | (1 << (hash & 7));
  }
  for (const body of SPEAKING_BODIES.split('|')) bytes[bits + (body.charCodeAt(body.length - 1) & 255)] = 1;
  new Int32Array(buffer, address + bytes.length).set(numbers);
  return address;
}

/** Finds the places of one text at which a verb of speech stands that may open a frame. */
export class VerbFinder {
  /** Where they stand; the next call of `find` writes others. */
  readonly places: Int32Array;
  private readonly address: number;
  private readonly into: number;

  constructor({ string, units }: Text) {
    this.address = addressOf(units);
    const { hits, hitView } = roomFor(string.length);
    this.places = hitView;
    this.into = hits;
  }

  /** Lists in `places` those in `[from, until)` before a pause, or behind what may be a body; returns how many. */
  find(from: number, until: number): number {
    return verbs(this.address, from, until, TABLES, this.into);
  }
}

/** Where the verb of speech at a position ends. */
export function verbEnd(units: Uint16Array, at: number): number {
  return isPause(units[at + 1] as number) ? at + 1 : at + 2;
}

/** Whether a unit shows that speech follows. */
export function isPause(unit: number): boolean {
  return unit === PAUSES[0] || unit === PAUSES[1] || unit === PAUSES[2];
}
