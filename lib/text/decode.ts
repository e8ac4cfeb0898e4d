/** Bytes to text: which encoding they are in, decided by byte order mark, then declaration, then validity. */
import { Buffer, isAscii, isUtf8, transcode } from 'node:buffer';
import { decodeUtf8 } from '@/lib/kernel/room';
import type { Note } from '@/lib/types';
import { decodeMixed } from './decode-mixed';
import { hasBinaryMagic, looksBinary, sniffUtf16 } from './decode-sniff';
import { decodeUtf32, markedUtf32, sniffUtf32 } from './decode-utf32';
import { plausibility } from './plausibility';

export interface Decoded {
  readonly text: string;
  /** utf-8, gb18030, big5, utf-16le, utf-16be, utf-32le, utf-32be; of a page in two, that of the greater part. */
  readonly encoding: string;
  readonly notes: readonly Note[];
  /** True where the bytes are no text at all; `text` is then empty. */
  readonly binary: boolean;
}

type Encoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

const LABELS: readonly (readonly [RegExp, Encoding])[] = [
  [/^utf-?8$|^unicode-1-1-utf-8$/, 'utf-8'],
  [/^gb_?2312(-80)?$|^gbk$|^gb18030$|^x-gbk$|^cp936$|^windows-936$|^chinese$|^hz-gb-2312$/, 'gb18030'],
  [/^big5(-hkscs)?$|^cp950$|^x-x-big5$|^cn-big5$/, 'big5'],
  [/^utf-?16(le)?$|^unicode$|^ucs-2$/, 'utf-16le'],
  [/^utf-?16be$/, 'utf-16be'],
  [/^utf-?32(le)?$|^ucs-4$/, 'utf-32le'],
  [/^utf-?32be$/, 'utf-32be'],
];

/** How much likelier another encoding has to look before it overrules the declared one. */
const OVERRULE = 0.15;
/** Share of broken sequences up to which bytes still count as damaged UTF-8. */
const BROKEN_UTF8 = 0.02;

/**
 * Decodes the bytes of a document. `declared` is the charset that HTTP or a meta element names, if any; a
 * declaration that the bytes contradict is overruled, with a note.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  if (bytes.length === 0) return { text: '', encoding: 'utf-8', notes: [note('empty')], binary: false };
  const buffer = Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const label = readLabel(declared);
  const marked = OPENS_MARK[buffer[0] as number] === 1 ? byOrderMark(buffer, label) : null;
  if (marked) return marked;
  if (hasBinaryMagic(buffer)) return { text: '', encoding: 'binary', notes: [note('binary')], binary: true };
  const short = decodesShort(buffer) ? decodeUtf8(buffer) : null;
  if (short !== null) return believeUtf8(short, buffer, label);
  if (isUtf8(buffer) && !buffer.includes(0)) return decodeValidUtf8(buffer, label);
  const wider = sniffUtf32(buffer);
  if (wider) return plain(decodeUtf32(buffer, wider), wider, contradiction(label, wider));
  if (looksBinary(buffer)) return { text: '', encoding: 'binary', notes: [note('binary')], binary: true };
  const wide = sniffUtf16(buffer);
  if (wide) return plain(decodeAs(buffer, wide), wide, contradiction(label, wide));
  if (label?.startsWith('utf-16') && buffer.includes(0)) return plain(decodeAs(buffer, label), label, []);
  return decodeLegacy(buffer, label);
}

const note = (code: string, detail?: string): Note => ({
  stage: 'decode',
  code,
  ...(detail ? { detail } : {}),
});

const plain = (text: string, encoding: Encoding, notes: readonly Note[]): Decoded => {
  const broken = text.includes('\uFFFD') ? [note('invalid-bytes')] : [];
  return { text, encoding, notes: [...notes, ...broken], binary: false };
};

function readLabel(declared: string | null): Encoding | null {
  if (declared === null) return null;
  const name = declared
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '');
  return LABELS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

function contradiction(label: Encoding | null, found: Encoding): Note[] {
  return label !== null && label !== found
    ? [note('wrong-declaration', `${label} declared, ${found} found`)]
    : [];
}

/** 1 for the first bytes of byte order marks: settles nearly every text at one look. */
const OPENS_MARK = new Uint8Array(256);
for (const first of [0x00, 0xef, 0xfe, 0xff]) OPENS_MARK[first] = 1;

function byOrderMark(buffer: Buffer, label: Encoding | null): Decoded | null {
  const as = (encoding: Encoding, length: number) =>
    plain(decodeAs(buffer.subarray(length), encoding), encoding, contradiction(label, encoding));
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) {
    const rest = buffer.subarray(3);
    return isUtf8(rest)
      ? plain(fastUtf8(rest), 'utf-8', contradiction(label, 'utf-8'))
      : (decodeTwo(rest, label) ?? as('utf-8', 3));
  }
  const wider = markedUtf32(buffer);
  if (wider) return as(wider, 4);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return as('utf-16le', 2);
  return buffer[0] === 0xfe && buffer[1] === 0xff ? as('utf-16be', 2) : null;
}

/** How many parts in the other encoding are noted one by one. */
const MOST_PARTS = 20;

/** Parts in two encodings, where the bytes are that: a note for each part in the one that less of the text has. */
function decodeTwo(buffer: Buffer, label: Encoding | null): Decoded | null {
  const mixed = decodeMixed(buffer);
  if (mixed === null) return null;
  const { text, encoding, other, runs } = mixed;
  const notes = runs.slice(0, MOST_PARTS).map(({ start, end }): Note => {
    const detail = `${other}, ${end - start} characters`;
    return { stage: 'decode', code: 'mixed-encodings', start, detail };
  });
  const declared = label === other ? [] : contradiction(label, encoding);
  return plain(text, encoding, [...declared, ...notes]);
}

/** Valid UTF-8 is believed over a declaration, except for a few bytes that may be either (联通 in GBK). */
function decodeValidUtf8(buffer: Buffer, label: Encoding | null): Decoded {
  if (isAllAscii(buffer)) {
    return looksBinary(buffer)
      ? { text: '', encoding: 'binary', notes: [note('binary')], binary: true }
      : { text: buffer.toString('latin1'), encoding: 'utf-8', notes: [], binary: false };
  }
  return believeUtf8(wideUtf8(buffer), buffer, label);
}

function believeUtf8(text: string, buffer: Buffer, label: Encoding | null): Decoded {
  if (label !== null && label !== 'utf-8' && buffer.length < 24) {
    const other = decodeAs(buffer, label);
    if (plausibility(other) > plausibility(text)) return plain(other, label, []);
  }
  return { text, encoding: 'utf-8', notes: contradiction(label, 'utf-8'), binary: false };
}

/** Chinese texts show in their first bytes that they are not ASCII: only what begins like it is read to the end. */
function isAllAscii(buffer: Buffer): boolean {
  return beginsAscii(buffer) && isAscii(buffer);
}

function beginsAscii(buffer: Buffer): boolean {
  for (let i = 0; i < buffer.length && i < 16; i++) if ((buffer[i] ?? 0) > 0x7f) return false;
  return true;
}

/** Longer texts are read in one go: beside their length the cost of a call does not count. */
const SHORT = 65_536;
/** Until Node 24 learnt it, `buffer.transcode` decoded several times faster than anything else of the platform. */
const TRANSCODES = Number.parseInt(process.versions.node, 10) < 24;

/** Whether to try our own decoder, which also finds out whether the bytes are valid. */
function decodesShort(buffer: Buffer): boolean {
  return TRANSCODES && buffer.length <= SHORT && !beginsAscii(buffer);
}

/** The bytes must be valid UTF-8. */
function fastUtf8(buffer: Buffer): string {
  return isAllAscii(buffer) ? buffer.toString('latin1') : wideUtf8(buffer);
}

function wideUtf8(buffer: Buffer): string {
  return TRANSCODES ? transcode(buffer, 'utf8', 'ucs2').toString('utf16le') : buffer.toString('utf8');
}

function decodeAs(buffer: Buffer, encoding: Encoding): string {
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return decodeUtf32(buffer, encoding);
  if (encoding === 'utf-16le' && buffer.length % 2 === 0) return buffer.toString('utf16le');
  return new TextDecoder(encoding).decode(buffer);
}

/** Neither UTF-8 nor UTF-16: damaged UTF-8, GB18030 or Big5, by how much of it reads as common characters. */
function decodeLegacy(buffer: Buffer, label: Encoding | null): Decoded {
  const utf8 = decodeAs(buffer, 'utf-8');
  let broken = 0;
  let wide = 0;
  for (let i = 0; i < utf8.length; i++) {
    const unit = utf8.charCodeAt(i);
    if (unit === 0xfffd) broken++;
    else if (unit > 0x7ff) wide++;
  }
  const two = wide > 0 && broken > 1 ? decodeTwo(buffer, label) : null;
  if (two !== null) return two;
  if (wide > 0 && broken <= 3 + BROKEN_UTF8 * wide && plausibility(utf8) > 0.1) {
    return plain(utf8, 'utf-8', contradiction(label, 'utf-8'));
  }
  const candidates: { encoding: Encoding; text: string; score: number }[] = [];
  for (const encoding of ['gb18030', 'big5'] as const) {
    const text = decodeAs(buffer, encoding);
    candidates.push({ encoding, text, score: plausibility(text) + (encoding === label ? OVERRULE : 0) });
  }
  const [gb, big] = candidates;
  if (!gb || !big) throw new Error('two candidates were made');
  const best = big.score > gb.score ? big : gb;
  return plain(best.text, best.encoding, contradiction(label, best.encoding));
}
