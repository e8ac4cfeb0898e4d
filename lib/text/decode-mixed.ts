/**
 * Pages put together from parts in several encodings: a frame in UTF-8 around an article in GBK, or the other way
 * round. Decided line by line, and within a line between bytes that can be no part of a character in either.
 */
import { type Buffer, isAscii, isUtf8 } from 'node:buffer';
import { plausibility } from './plausibility';

export interface MixedRun {
  /** In the decoded text. */
  readonly start: number;
  readonly end: number;
}

export interface Mixed {
  readonly text: string;
  /** The encoding of most of the text, and where the other one stands. */
  readonly encoding: 'utf-8' | 'gb18030';
  readonly other: 'utf-8' | 'gb18030';
  readonly runs: readonly MixedRun[];
}

type Kind = 'ascii' | 'utf-8' | 'gb18030';

interface Piece {
  readonly kind: Kind;
  readonly text: string;
}

/** What a part must look like to be believed: share of common characters, and characters at least. */
const PLAUSIBLE = 0.2;
const LEAST = 4;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const gb18030 = new TextDecoder('gb18030');

/** The text of bytes that are UTF-8 in one part and GB18030 in another; null where they are not. */
export function decodeMixed(buffer: Buffer): Mixed | null {
  const pieces: Piece[] = [];
  for (let start = 0; start < buffer.length; ) {
    const end = lineEnd(buffer, start);
    addLine(buffer.subarray(start, end), pieces);
    start = end;
  }
  const [ofUtf8, ofGb] = [textOf(pieces, 'utf-8'), textOf(pieces, 'gb18030')];
  if (ofUtf8.length < LEAST || ofGb.length < LEAST) return null;
  if (plausibility(ofUtf8) < PLAUSIBLE || plausibility(ofGb) < PLAUSIBLE) return null;
  const [encoding, other] =
    ofUtf8.length >= ofGb.length ? (['utf-8', 'gb18030'] as const) : (['gb18030', 'utf-8'] as const);
  return { text: pieces.map((each) => each.text).join(''), encoding, other, runs: runsOf(pieces, other) };
}

/** Behind the line feed or the carriage return, which are no part of a character in any encoding read here. */
function lineEnd(buffer: Buffer, start: number): number {
  for (let i = start; i < buffer.length; i++) if (buffer[i] === 0x0a || buffer[i] === 0x0d) return i + 1;
  return buffer.length;
}

/** A line in one encoding is one piece; a line in two falls into pieces. */
function addLine(line: Buffer, pieces: Piece[]): void {
  const whole = kindOf(line);
  if (whole !== 'gb18030') {
    pieces.push(decodePiece(line, whole));
    return;
  }
  const parts = split(line).map((part) => decodePiece(part, kindOf(part)));
  const readsAsUtf8 = parts.some(({ kind, text }) => kind === 'utf-8' && isWide(text));
  if (readsAsUtf8) pieces.push(...parts);
  else pieces.push(decodePiece(line, 'gb18030'));
}

/** Bytes below 0x40 stand for themselves in UTF-8 and in GBK. */
function split(line: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let start = 0;
  for (let i = 1; i < line.length; i++) {
    const [before, here] = [(line[i - 1] ?? 0) < 0x40, (line[i] ?? 0) < 0x40];
    if (before === here) continue;
    parts.push(line.subarray(start, i));
    start = i;
  }
  parts.push(line.subarray(start));
  return parts;
}

/** Damaged UTF-8 stays UTF-8: as GB18030 it reads worse. */
function kindOf(bytes: Buffer): Kind {
  if (isAscii(bytes)) return 'ascii';
  if (isUtf8(bytes)) return 'utf-8';
  const broken = utf8.decode(bytes);
  if (!isWide(broken)) return 'gb18030';
  return plausibility(broken) >= plausibility(gb18030.decode(bytes)) ? 'utf-8' : 'gb18030';
}

function decodePiece(bytes: Buffer, kind: Kind): Piece {
  return { kind, text: kind === 'gb18030' ? gb18030.decode(bytes) : utf8.decode(bytes) };
}

/** Whether a character of three bytes stands in it: two bytes of GBK are often two bytes of UTF-8, three hardly ever. */
function isWide(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7ff && unit !== 0xfffd) return true;
  }
  return false;
}

function textOf(pieces: readonly Piece[], kind: Kind): string {
  return pieces
    .filter((each) => each.kind === kind)
    .map((each) => each.text.trim())
    .join('');
}

/** Where pieces of the encoding stand, neighbours with only ASCII between them taken together. */
function runsOf(pieces: readonly Piece[], kind: Kind): MixedRun[] {
  const runs: { start: number; end: number }[] = [];
  let [at, isOpen] = [0, false];
  for (const piece of pieces) {
    const end = at + piece.text.length;
    const last = runs.at(-1);
    if (piece.kind === kind) {
      if (isOpen && last !== undefined) last.end = end;
      else runs.push({ start: at, end });
      isOpen = true;
    } else if (piece.kind !== 'ascii') isOpen = false;
    at = end;
  }
  return runs;
}
