/**
 * What is asked of every name and marker that stands in a text, as bits in one byte each: the tables lie in the first
 * cache, what they were made from does not.
 */
import type { Marker } from './markers.ts';

/** Of an entry of the gazetteer what becomes bits. */
interface Named {
  readonly kind: string;
  readonly medium: string | null;
  readonly code: string;
  readonly everyday: boolean;
  readonly province: boolean;
}

/** Bits of a name. */
export const NAME = {
  short: 1,
  medium: 2,
  /** A medium's other products, which show where it is at home. */
  brand: 4,
  /** Of the whole country. */
  national: 8,
  everyday: 16,
  province: 32,
} as const;

/** Bits of a marker; none: it is there only to keep others from being read out of it. */
export const MARKER = {
  /** Says who acts. */
  actor: 1,
  /** Says that the text is news, the weakest of genres. */
  news: 2,
  /** Says another genre. */
  genre: 4,
} as const;

/** By the number of the entry. */
export function factsOfNames(entries: readonly Named[]): Uint8Array {
  return Uint8Array.from(
    entries,
    ({ kind, medium, code, everyday, province }) =>
      (kind === 'short' ? NAME.short : 0) |
      (kind === 'medium' ? NAME.medium : 0) |
      (medium === 'brand' ? NAME.brand : 0) |
      (code === '100000' ? NAME.national : 0) |
      (everyday ? NAME.everyday : 0) |
      (province ? NAME.province : 0),
  );
}

/** By the number of the marker. */
export function factsOfMarkers(markers: readonly Marker[]): Uint8Array {
  return Uint8Array.from(
    markers,
    ({ level, genre }) =>
      (level === null ? 0 : MARKER.actor) |
      (genre === null ? 0 : genre === 'news' ? MARKER.news : MARKER.genre),
  );
}
