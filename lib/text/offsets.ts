/**
 * Offset maps: from a position in the normalised text back to the original (`OffsetMap` in lib/types).
 * A map is flat quadruples `start, length, originalStart, originalLength`; the empty map is the identity.
 */
import type { OffsetMap, Span } from '@/lib/types';

const at = (map: OffsetMap, index: number): number => map[index] ?? 0;

/** Index of the last quadruple that starts at or before `position` (−4 where there is none). */
function pieceAt(map: OffsetMap, position: number, field: 0 | 2): number {
  let low = 0;
  let high = map.length / 4;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(map, middle * 4 + field) <= position) low = middle + 1;
    else high = middle;
  }
  return (low - 1) * 4;
}

/**
 * The original span of a normalised span. It ends right after the original of its last character, so that
 * what was cut out after it (a reading in brackets, say) is not part of it.
 */
export function toOriginal(map: OffsetMap, start: number, end: number): Span {
  if (map.length === 0) return { start, end };
  const first = Math.max(0, pieceAt(map, start, 0));
  const from = originalOfStart(map, first, start);
  if (end <= start) return { start: from, end: from };
  const last = Math.max(0, pieceAt(map, end - 1, 0));
  const length = at(map, last + 1);
  const originalLength = at(map, last + 3);
  const inside = length === originalLength ? Math.min(end - at(map, last), length) : originalLength;
  return { start: from, end: Math.max(from, at(map, last + 2) + inside) };
}

function originalOfStart(map: OffsetMap, piece: number, start: number): number {
  const length = at(map, piece + 1);
  const originalLength = at(map, piece + 3);
  const offset = Math.max(0, start - at(map, piece));
  if (length === originalLength) return at(map, piece + 2) + Math.min(offset, length);
  return at(map, piece + 2) + (offset >= length ? originalLength : 0);
}

/**
 * The normalised span of an original span: the smallest that holds all of its characters that were kept.
 * Where none was kept it is empty and stands where the cut was.
 */
export function fromOriginal(map: OffsetMap, start: number, end: number): Span {
  if (map.length === 0) return { start, end };
  const from = normalisedOf(map, start, false);
  const to = end > start ? normalisedOf(map, end, true) : from;
  return { start: from, end: Math.max(from, to) };
}

/** First normalised position whose original lies at or after `position`; for an end, the one after the last before it. */
function normalisedOf(map: OffsetMap, position: number, isEnd: boolean): number {
  let piece = pieceAt(map, isEnd ? position - 1 : position, 2);
  if (piece < 0) return 0;
  // Pieces made of several normalised units of one original span share their original start: take the first.
  while (!isEnd && piece >= 4 && at(map, piece - 2) === at(map, piece + 2) && at(map, piece + 3) > 0)
    piece -= 4;
  const start = at(map, piece);
  const length = at(map, piece + 1);
  const originalLength = at(map, piece + 3);
  const offset = position - at(map, piece + 2);
  if (length === originalLength) return start + Math.min(offset, length);
  if (isEnd) return start + length;
  return offset >= originalLength ? start + length : start;
}

/** Builds a map piece by piece and joins neighbours that map unit by unit. */
export class OffsetMapBuilder {
  private readonly flat: number[] = [];

  /** Appends a piece; pieces come in order and cover the text without a gap. Pieces of length 0 are ignored. */
  add(start: number, length: number, originalStart: number, originalLength: number): void {
    if (length === 0) return;
    const { flat } = this;
    const n = flat.length;
    const straight = length === originalLength;
    if (n > 0 && straight && at(flat, n - 3) === at(flat, n - 1)) {
      const sameShift = at(flat, n - 2) - at(flat, n - 4) === originalStart - start;
      if (sameShift && at(flat, n - 4) + at(flat, n - 3) === start) {
        flat[n - 3] = at(flat, n - 3) + length;
        flat[n - 1] = at(flat, n - 1) + length;
        return;
      }
    }
    flat.push(start, length, originalStart, originalLength);
  }

  /** The map; the identity comes out as the empty map when the text of `originalLength` units was kept whole. */
  build(originalLength: number): OffsetMap {
    const { flat } = this;
    if (
      flat.length === 4 &&
      flat[0] === 0 &&
      flat[2] === 0 &&
      flat[1] === originalLength &&
      flat[3] === originalLength
    ) {
      return [];
    }
    return flat;
  }
}

/**
 * Composes two maps: `outer` leads from the newest text to a middle one, `inner` from the middle one to the
 * original. `originalLength` is the length of the original text.
 */
export function composeMaps(outer: OffsetMap, inner: OffsetMap, originalLength: number): OffsetMap {
  if (inner.length === 0) return outer;
  if (outer.length === 0) return inner;
  const builder = new OffsetMapBuilder();
  for (let i = 0; i < outer.length; i += 4) {
    const start = at(outer, i);
    const length = at(outer, i + 1);
    const middle = at(outer, i + 2);
    const middleLength = at(outer, i + 3);
    if (length === middleLength) composeStraight(builder, inner, start, middle, length);
    else {
      const span = toOriginal(inner, middle, middle + middleLength);
      builder.add(start, length, span.start, span.end - span.start);
    }
  }
  return builder.build(originalLength);
}

/** Cuts a unit-by-unit piece of the outer map at the borders of the inner one. */
function composeStraight(
  builder: OffsetMapBuilder,
  inner: OffsetMap,
  start: number,
  middle: number,
  length: number,
): void {
  let piece = Math.max(0, pieceAt(inner, middle, 0));
  let done = 0;
  while (done < length) {
    const position = middle + done;
    const pieceEnd = at(inner, piece) + at(inner, piece + 1);
    const isLast = piece + 4 >= inner.length;
    if (position >= pieceEnd && !isLast) {
      piece += 4;
      continue;
    }
    const take = isLast ? length - done : Math.min(length - done, pieceEnd - position);
    const straight = at(inner, piece + 1) === at(inner, piece + 3);
    if (straight) builder.add(start + done, take, at(inner, piece + 2) + position - at(inner, piece), take);
    else builder.add(start + done, take, at(inner, piece + 2), at(inner, piece + 3));
    done += take;
  }
}
