export interface PlaceChoice {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly reports: number;
}

export interface PlaceOption extends PlaceChoice {
  /** How far below the top of the list. */
  readonly depth: number;
}

/** More places than this make a list that nobody reads (and a page that is mostly a list). */
const ALL = 60;

/**
 * What a list of places offers: everything where that is little; otherwise the way down to the chosen place,
 * what lies right below it, and the top level. Depth first, by code.
 */
export function placeOptions(places: readonly PlaceChoice[], chosen: string | undefined): PlaceOption[] {
  const byCode = new Map(places.map((p) => [p.code, p]));
  const open = new Set<string>();
  for (let code = chosen ?? null; code; code = byCode.get(code)?.parentCode ?? null) open.add(code);
  const children = new Map<string | null, PlaceChoice[]>();
  for (const place of places) {
    const parent = place.parentCode && byCode.has(place.parentCode) ? place.parentCode : null;
    children.set(parent, [...(children.get(parent) ?? []), place]);
  }
  const options: PlaceOption[] = [];
  const walk = (parent: string | null, depth: number) => {
    for (const place of children.get(parent) ?? []) {
      options.push({ ...place, depth });
      // The country lies above all provinces: it is always open.
      if (places.length <= ALL || open.has(place.code) || place.code === '100000')
        walk(place.code, depth + 1);
    }
  };
  walk(null, 0);
  return options;
}
