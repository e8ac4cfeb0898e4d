import { parseFilters } from '@/lib/filters';
import { findNames, nameIndex } from '@/lib/format/name-index';
import { places } from '@/lib/queries/places';
import { sloganNames } from '@/lib/queries/slogan-names';
import { currentData } from '../_frame/frame-data';

export interface FoundName {
  readonly name: string;
  readonly gloss: string | null;
  readonly others: readonly string[];
  readonly weight: number;
  /** Below the root of the site. */
  readonly path: string;
}

type Index = ReturnType<typeof nameIndex<FoundName>>;

let kept: { version: number; slogans: Promise<Index>; places: Promise<Index> } | undefined;

async function sloganIndex(): Promise<Index> {
  const rows = await sloganNames();
  return nameIndex(
    rows.map((s) => ({
      name: s.canonical,
      gloss: s.gloss,
      others: s.variants,
      weight: s.reports,
      path: `/slogans/${s.id}`,
    })),
  );
}

async function placeIndex(): Promise<Index> {
  const rows = await places(parseFilters({}).filters);
  return nameIndex(
    rows
      .filter((p) => p.level !== 'unknown')
      .map((p) => ({
        name: p.name,
        gloss: p.path.length > 1 ? p.path.slice(0, -1).join(' ') : null,
        others: [p.shortName],
        weight: p.reports,
        path: `/places/${p.code}`,
      })),
  );
}

/** Slogans and places by their names; the index is made once for each state of the data. */
export async function findByName(
  text: string,
  limit: number,
): Promise<{ slogans: FoundName[]; places: FoundName[] }> {
  const { version } = await currentData();
  if (kept?.version !== version) kept = { version, slogans: sloganIndex(), places: placeIndex() };
  const current = kept;
  try {
    const [slogans, placed] = await Promise.all([current.slogans, current.places]);
    return { slogans: findNames(slogans, text, limit), places: findNames(placed, text, limit) };
  } catch (error) {
    // What failed must not be kept.
    if (kept === current) kept = undefined;
    throw error;
  }
}
