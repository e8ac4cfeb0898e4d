/** Tables that several modules ask alike (see source/parts), in the memory of the kernel for good. */
import { keep } from './memory';

/** A set of units, one bit each. */
export function unitBits(units: string): Int32Array {
  const bits = new Int32Array(0x10000 / 32);
  for (let i = 0; i < units.length; i++) {
    const unit = units.charCodeAt(i);
    bits[unit >> 5] = (bits[unit >> 5] as number) | (1 << unit);
  }
  return bits;
}

/** Such a set in the memory; returns its address. */
export function keepUnits(units: string): number {
  return keep(unitBits(units));
}

/** Words with a value each, as length, value and units, ended by 0; returns the address. */
export function keepWords(words: readonly (readonly [word: string, value: number])[]): number {
  const numbers = words.flatMap(([word, value]) => [
    word.length,
    value,
    ...Array.from({ length: word.length }, (_, i) => word.charCodeAt(i)),
  ]);
  return keep(Uint16Array.from([...numbers, 0]));
}
