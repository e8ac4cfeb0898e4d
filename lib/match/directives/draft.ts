import type { Marker } from './scan-markers';

/** A list in the making: its markers, and everything else that is known before the ends of items are. */
export interface Draft {
  readonly family: string;
  readonly rank: number | null;
  readonly markers: Marker[];
  /** Numeral of each marker as the list counts it (最后 has none of its own). */
  readonly numerals: number[];
  /** Lists that were open when this one began, innermost first. */
  readonly around: readonly Draft[];
  /** Nothing of this list lies at or after this offset: an outer list went on, or the report ended. */
  limit: number;
  /** The numeral before its first: numbering that runs on through the sections of a document (（四） under 二、). */
  readonly base: number;
  /** Where another list of the same family began; the limit, unless this list goes on after that one. */
  sequel: number;
}

/** Whether a marker may stand in a list: 首先…第二…第三 is one list. */
export function joins(marker: Marker, draft: Draft): boolean {
  return (
    marker.rule.family === draft.family || (marker.rule.family === 'ordinal' && draft.family === 'order')
  );
}

/** Whether too much lies between a marker and the last one of a list. */
export function tooFar(marker: Marker, draft: Draft): boolean {
  return marker.start - lastOf(draft).start > Math.max(marker.rule.reach, lastOf(draft).rule.reach);
}

/** The last marker of a list in the making. */
export function lastOf(draft: Draft): Marker {
  const last = draft.markers.at(-1);
  if (last === undefined) throw new Error('a list in the making has a marker');
  return last;
}
