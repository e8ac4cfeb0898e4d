/**
 * What is asked of every name and marker that stands in a text, as bits of one number each, which the kernel finds beside
 * the word (source/heads.as, source/parts/names.as).
 */
import type { Genre, Issuer } from '@/lib/types';
import type { ActorLevel, Marker } from './markers.ts';

/** Of an entry of the gazetteer what becomes bits. */
interface Named {
  readonly kind: string;
  readonly medium: string | null;
  readonly code: string;
  readonly everyday: boolean;
  readonly province: boolean;
  readonly stable: boolean;
  readonly current: readonly string[];
  readonly divisions: readonly { readonly code: string }[];
}

/** Bits of a name. */
export const NAME = {
  short: 2,
  medium: 4,
  /** A medium's other products, which show where it is at home. */
  brand: 8,
  /** Of the whole country. */
  national: 16,
  everyday: 32,
  province: 64,
  /** It stands for something now, and never stood for anything else. */
  stable: 128,
  /** From this bit on, 13 bits: one more than the number of the code that alone it stands for now; 0 without one. */
  meaning: 8,
  /** From this bit on, 7 bits: the first two digits of all codes that ever bore it; 0 where they differ. */
  place: 21,
} as const;

/** Bits of a marker; with the first alone it is there only to keep others from being read out of it. */
export const MARKER = {
  /** What tells a marker from a name. */
  is: 1,
  weak: 1 << 4,
  own: 1 << 5,
  addressee: 1 << 6,
  /** A medium opens its own report with it. */
  opensNews: 1 << 17,
  /** 中华人民共和国: the law of the country. */
  country: 1 << 18,
  /** From these bits on, numbers: three bits each (see LEVELS, ISSUERS, GENRES), four for the weight. */
  level: 1,
  issuer: 7,
  genre: 10,
  genreWeight: 13,
} as const;

/** By their numbers in a fact, as in the kernel. */
export const LEVELS: readonly (ActorLevel | null)[] = [null, 'country', 'province', 'prefecture', 'county'];
export const ISSUERS: readonly (Issuer | null)[] = [
  null,
  'party',
  'government',
  'congress',
  'cppcc',
  'department',
  'medium',
];
export const GENRES: readonly (Genre | null)[] = [null, 'meeting', 'report', 'notice', 'news', 'speech'];

/** Words with which a medium opens its own report. */
const OPENS_NEWS = ['央视网消息', '本报讯', '日报讯', '晚报讯'];

/** The facts of a name; `numberOf` gives codes their numbers (see CodeTable). */
export function factsOfName(entry: Named, numberOf: ReadonlyMap<string, number>): number {
  const { kind, medium, code, everyday, province, stable, current } = entry;
  const only = current.length === 1 ? numberOf.get(current[0] ?? '') : undefined;
  return (
    (only === undefined ? 0 : (only + 1) << NAME.meaning) |
    (placeOf(entry) << NAME.place) |
    (kind === 'short' ? NAME.short : 0) |
    (kind === 'medium' ? NAME.medium : 0) |
    (medium === 'brand' ? NAME.brand : 0) |
    (code === '100000' ? NAME.national : 0) |
    (everyday ? NAME.everyday : 0) |
    (province ? NAME.province : 0) |
    (stable && current.length > 0 ? NAME.stable : 0)
  );
}

function placeOf({ divisions }: Named): number {
  const provinces = new Set(divisions.map((division) => division.code.slice(0, 2)));
  return provinces.size === 1 ? Number([...provinces][0]) : 0;
}

/** The number of the code that alone a name stands for now; -1 without one. */
export function onlyMeaning(fact: number): number {
  return ((fact >> NAME.meaning) & 0x1fff) - 1;
}

/** The first two digits, which are those of a province, of all codes that ever bore a name; 0 where they differ. */
export function provinceOf(fact: number): number {
  return (fact >> NAME.place) & 127;
}

/** The facts of a marker. */
export function factsOfMarker(marker: Marker): number {
  return (
    MARKER.is |
    (LEVELS.indexOf(marker.level) << MARKER.level) |
    (marker.weak ? MARKER.weak : 0) |
    (marker.own ? MARKER.own : 0) |
    (marker.addressee ? MARKER.addressee : 0) |
    (ISSUERS.indexOf(marker.issuer) << MARKER.issuer) |
    (GENRES.indexOf(marker.genre) << MARKER.genre) |
    (marker.genreWeight << MARKER.genreWeight) |
    (OPENS_NEWS.includes(marker.word) ? MARKER.opensNews : 0) |
    (marker.word.startsWith('中华') ? MARKER.country : 0)
  );
}

/** Whether a fact is that of a body below the country that acts without its place being named: 我市, 省科技厅. */
export function namesLocalBody(fact: number): boolean {
  if ((fact & MARKER.is) === 0 || (fact & MARKER.weak) !== 0 || ((fact >> MARKER.level) & 7) < 2)
    return false;
  return (fact & MARKER.own) !== 0 || ISSUERS[(fact >> MARKER.issuer) & 7] === 'department';
}
