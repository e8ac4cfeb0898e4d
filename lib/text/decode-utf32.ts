/** UTF-32, which the platform's decoder does not know. */
import type { Buffer } from 'node:buffer';

export type Utf32 = 'utf-32le' | 'utf-32be';

const SAMPLE = 8192;
/** Code points a call of `fromCodePoint`. */
const CHUNK = 4096;
/** Pages end in a newline or a cut-off code point: so many of a hundred quadruples have to look like UTF-32. */
const MOST = 0.98;

/** FF FE 00 00 or 00 00 FE FF. To be asked before UTF-16, whose mark the first one begins like. */
export function markedUtf32(buffer: Buffer): Utf32 | null {
  if (buffer.length < 4) return null;
  if (buffer.readUInt32LE(0) === 0xfeff) return 'utf-32le';
  return buffer.readUInt32BE(0) === 0xfeff ? 'utf-32be' : null;
}

/** UTF-32 by its zeros: the two high bytes of every code point are 0 or, beyond the first plane, at most 16. */
export function sniffUtf32(buffer: Buffer): Utf32 | null {
  const quads = Math.min(buffer.length, SAMPLE) >> 2;
  if (quads < 4 || buffer.length % 4 !== 0) return null;
  let [little, big] = [0, 0];
  for (let i = 0; i < quads * 4; i += 4) {
    if (isCharacter(buffer.readUInt32LE(i))) little++;
    if (isCharacter(buffer.readUInt32BE(i))) big++;
  }
  if (little > quads * MOST && little > big) return 'utf-32le';
  return big > quads * MOST && big > little ? 'utf-32be' : null;
}

function isCharacter(code: number): boolean {
  return (code >= 0x20 && code < 0xd800) || (code >= 0xe000 && code <= 0x3ffff) || code === 10 || code === 13;
}

/** Code points that are none become U+FFFD, one for each, as do bytes left over at the end. */
export function decodeUtf32(buffer: Buffer, encoding: Utf32): string {
  const parts: string[] = [];
  let codes: number[] = [];
  for (let i = 0; i + 4 <= buffer.length; i += 4) {
    const code = encoding === 'utf-32le' ? buffer.readUInt32LE(i) : buffer.readUInt32BE(i);
    codes.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? 0xfffd : code);
    if (codes.length === CHUNK) {
      parts.push(String.fromCodePoint(...codes));
      codes = [];
    }
  }
  if (buffer.length % 4 !== 0) codes.push(0xfffd);
  return parts.join('') + String.fromCodePoint(...codes);
}
