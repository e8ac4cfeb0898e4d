interface FlatPlace {
  readonly code: string;
  readonly parentCode: string | null;
}

export interface PlaceNode<Place extends FlatPlace> {
  readonly place: Place;
  readonly children: readonly PlaceNode<Place>[];
}

/** Places as a forest, in their order; a place whose parent is not among them stands at the top. */
export function placeTree<Place extends FlatPlace>(places: readonly Place[]): PlaceNode<Place>[] {
  const known = new Set(places.map((p) => p.code));
  const children = new Map<string | null, Place[]>();
  for (const place of places) {
    const parent =
      place.parentCode && known.has(place.parentCode) && place.parentCode !== place.code
        ? place.parentCode
        : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(place);
    else children.set(parent, [place]);
  }
  const build = (place: Place): PlaceNode<Place> => ({
    place,
    children: (children.get(place.code) ?? []).map(build),
  });
  return (children.get(null) ?? []).map(build);
}
