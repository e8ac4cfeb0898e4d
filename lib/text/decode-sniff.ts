/** Looks at raw bytes: are they text at all, and are they UTF-16 without a byte order mark? */
import type { Buffer } from 'node:buffer';

/** First bytes of what is often handed in by mistake: PDF, ZIP (docx, xlsx), gzip, OLE (doc, xls), PNG, JPEG, GIF, RAR. */
const MAGIC = [
  '25504446',
  '504b0304',
  '1f8b',
  'd0cf11e0',
  '89504e47',
  'ffd8ff',
  '47494638',
  '52617221',
  '377abcaf',
];
const SAMPLE = 8192;
/** Share of control characters above which bytes are no text. */
const CONTROLS = 0.02;

/** True for the first bytes of a file format that is no text. */
export function hasBinaryMagic(buffer: Buffer): boolean {
  const head = buffer.subarray(0, 6).toString('hex');
  return MAGIC.some((magic) => head.startsWith(magic));
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
