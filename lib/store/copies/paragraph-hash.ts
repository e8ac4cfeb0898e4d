import { createHash } from 'node:crypto';
import { first63Bits } from '../identity';
import { isLetter } from './sketch';

/**
 * Paragraphs with fewer letters and digits are not compared: headings, datelines and formulas of a sentence are the
 * same everywhere without one being taken from another.
 */
export const SHORTEST_PARAGRAPH = 40;

/** 63 bits over the letters and digits of a paragraph; null for one that is too short. */
export function paragraphHash(text: string, start: number, end: number): bigint | null {
  const letters = new Uint16Array(end - start);
  let n = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (isLetter(unit)) letters[n++] = unit;
  }
  if (n < SHORTEST_PARAGRAPH) return null;
  return first63Bits(createHash('sha256').update(letters.subarray(0, n)).digest());
}
