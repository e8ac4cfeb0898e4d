/** Looks at raw bytes: are they text at all, and are they UTF-16 without a byte order mark? */
import type { Buffer } from 'node:buffer';

/** First bytes of what is often handed in by mistake: PDF, ZIP (docx, xlsx), gzip, OLE (doc, xls), PNG, JPEG, GIF, RAR. */
const MAGIC: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
];
/** 1 for first bytes of those: settles nearly every text at one look. */
const OPENS_MAGIC = new Uint8Array(256);
for (const [first = 0] of MAGIC) OPENS_MAGIC[first] = 1;
const SAMPLE = 8192;
/** Share of control characters above which bytes are no text. */
const CONTROLS = 0.02;

/** True for the first bytes of a file format that is no text. */
export function hasBinaryMagic(buffer: Buffer): boolean {
  if (OPENS_MAGIC[buffer[0] ?? 0] === 0) return false;
  return MAGIC.some((magic) => magic.every((byte, i) => buffer[i] === byte));
}

/** True for bytes that are no text in any of the encodings read here. */
export function looksBinary(buffer: Buffer): boolean {
  if (hasBinaryMagic(buffer)) return true;
  if (sniffUtf16(buffer)) return false;
  const sample = buffer.subarray(0, SAMPLE);
  let controls = 0;
  let zeros = 0;
  for (const byte of sample) {
    if (byte === 0) zeros++;
    else if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 0x1b)
      controls++;
  }
  return zeros > 0 || controls > sample.length * CONTROLS;
}

/**
 * UTF-16 by its high bytes: in Chinese text they lie in 4E–9F (or are 30, FF, 00), all on one side of the
 * pairs. Needs 8 bytes at least.
 */
export function sniffUtf16(buffer: Buffer): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(buffer.length & ~1, SAMPLE);
  if (length < 8) return null;
  let little = 0;
  let big = 0;
  for (let i = 0; i < length; i += 2) {
    if (isHighByte(buffer[i + 1] ?? 0)) little++;
    if (isHighByte(buffer[i] ?? 0)) big++;
  }
  const pairs = length / 2;
  if (little > pairs * 0.95 && big < pairs * 0.8 && little > big) return 'utf-16le';
  if (big > pairs * 0.95 && little < pairs * 0.8) return 'utf-16be';
  return null;
}

const isHighByte = (byte: number): boolean =>
  byte === 0 || byte === 0x20 || byte === 0x30 || byte === 0xff || (byte >= 0x4e && byte <= 0x9f);
