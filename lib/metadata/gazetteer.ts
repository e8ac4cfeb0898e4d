import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCodeTable, type CodeTable } from './code-table.ts';
import { EVERYDAY_WORDS } from './everyday-words.ts';
import { factsOfMarker, factsOfName } from './facts.ts';
import { listMarkers } from './markers.ts';
import { buildWordIndex, type WordIndex } from './scan.ts';

export type PlaceLevel = 'country' | 'province' | 'prefecture' | 'county';

/** A division under one name; a code that was renamed or given to another division has several. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly shorts: readonly string[];
  readonly level: PlaceLevel;
  readonly parent: string;
  /** YYYY-MM of the first and last month known; empty: before 1981, still valid. */
  readonly from: string;
  readonly until: string;
  readonly successors: readonly string[];
  readonly aliases: readonly string[];
}

export type MediumKind = 'paper' | 'station' | 'brand' | 'central';

export interface Medium {
  readonly name: string;
  readonly code: string;
  readonly kind: MediumKind;
}

/** What one word of the scanner may mean. */
export interface NameEntry {
  readonly name: string;
  readonly kind: 'full' | 'short' | 'alias' | 'medium';
  /** All divisions that were ever called so; empty for a medium. */
  readonly divisions: readonly Division[];
  /** The media's code; empty for a division. */
  readonly code: string;
  readonly medium: MediumKind | null;
  /** Codes that it stands for now, the higher division only where a higher and a lower one share it. */
  readonly current: readonly string[];
  /** It never stood for anything else since the list begins. */
  readonly stable: boolean;
  /** A short name that is a word of everyday language first. */
  readonly everyday: boolean;
  /** It is or was the name of a province. */
  readonly province: boolean;
}

export interface Gazetteer {
  readonly divisions: readonly Division[];
  readonly media: readonly Medium[];
  /** Words for the scanner, with their facts (see facts): first the names, by the number of their entry, then the markers. */
  readonly index: WordIndex;
  readonly entries: readonly NameEntry[];
  readonly table: CodeTable;
  /** For two entries whose names stood beside one another, the codes of the second that lie in the first: filled as they are met. */
  readonly neighbours: Map<number, readonly number[]>;
  /** The division with this code, under the name that was valid `at` (YYYY-MM), otherwise the latest. */
  byCode(code: string, at?: string): Division | null;
  /** Names from the province down; empty for an unknown code, 全国 for 100000. */
  pathOf(code: string, at?: string): readonly string[];
  /** The code itself and what it lies in, up to the province. */
  ancestors(code: string): readonly string[];
  /** Divisions called so (in full, in short or by an alias): those valid `at`, or, where none was, all. */
  candidates(name: string, at?: string): readonly Division[];
  /** Counties in which a town or street of this name lies. */
  countiesOfTown(town: string): readonly string[];
}

/** Reads `divisions.tsv`, `media.tsv` and, when first asked for a town, `towns.tsv` from `dataDir/places`. */
export function loadGazetteer(dataDir: string): Gazetteer {
  const folder = join(dataDir, 'places');
  const divisions = readTable(join(folder, 'divisions.tsv')).map(toDivision);
  const media = readTable(join(folder, 'media.tsv')).map(
    ([name = '', code = '', kind = '']): Medium => ({ name, code, kind: toMediumKind(kind) }),
  );
  const byCode = groupBy(divisions, (division) => [division.code]);
  const byName = groupBy(divisions, (division) => [division.name, ...division.shorts, ...division.aliases]);
  const entries = listEntries(byName, media);
  const known = new Set(entries.map((entry) => entry.name));
  const markers = listMarkers().filter((marker) => !known.has(marker.word));
  let towns: Map<string, string[]> | null = null;

  const one = (code: string, at?: string): Division | null => {
    const all = byCode.get(code) ?? [];
    return (at === undefined ? undefined : all.find((d) => validAt(d, at))) ?? all.at(-1) ?? null;
  };
  const table = buildCodeTable(divisions, entries, (code) => one(code)?.parent ?? '');
  const facts = [
    ...entries.map((entry) => factsOfName(entry, table.numberOf)),
    ...markers.map(factsOfMarker),
  ];
  const words = [...known, ...markers.map((marker) => marker.word)];
  const index = buildWordIndex(words, (number) => facts[number] as number);
  const chains = new Map<string, readonly string[]>();
  const paths = new Map<string, readonly string[]>();
  const ancestors = (code: string): readonly string[] => {
    const known = chains.get(code);
    if (known !== undefined) return known;
    const chain: string[] = [];
    chains.set(code, chain);
    for (let next = code; next !== '' && next !== '100000'; next = one(next)?.parent ?? '') chain.push(next);
    if (code === '100000') chain.push(code);
    return chain;
  };
  return {
    divisions,
    media,
    index,
    entries,
    table,
    neighbours: new Map(),
    byCode: one,
    ancestors,
    pathOf: (code, at) => {
      const key = at === undefined ? code : `${code}@${at.slice(0, 7)}`;
      const known = paths.get(key);
      if (known !== undefined) return known;
      const path = [...ancestors(code)].reverse().flatMap((each) => one(each, at)?.name ?? []);
      paths.set(key, path);
      return path;
    },
    candidates: (name, at) => {
      const all = byName.get(name) ?? [];
      const valid = all.filter((division) =>
        at === undefined ? division.until === '' : validAt(division, at),
      );
      return valid.length > 0 ? valid : all;
    },
    countiesOfTown: (town) => {
      towns ??= readTowns(join(folder, 'towns.tsv'));
      return towns.get(town) ?? [];
    },
  };
}

/**
 * One place from what a user or a metadata field wrote: a code, a full name, a short name or a path from the
 * province down (广东省深圳市龙岗区). Null where nothing or more than one place fits.
 */
export function placeByName(gazetteer: Gazetteer, written: string): Division | null {
  const name = written.trim().replace(/[\s/>·,，-]+/g, '');
  if (/^\d{6}$/.test(name)) return gazetteer.byCode(name);
  const direct = gazetteer.candidates(name);
  if (direct.length > 0) return chooseOne(gazetteer, direct);
  for (let cut = name.length - 2; cut >= 2; cut--) {
    const below = gazetteer.candidates(name.slice(cut));
    if (below.length === 0) continue;
    const above = placeByName(gazetteer, name.slice(0, cut));
    if (above === null) continue;
    const inside = below.filter(
      (d) => d.code !== above.code && gazetteer.ancestors(d.code).includes(above.code),
    );
    if (inside.length === 1) return inside[0] ?? null;
  }
  return null;
}

/** A name that a higher and a lower division share (吉林, 海南, 朝阳) is the higher; otherwise it has to be unique. */
function chooseOne(gazetteer: Gazetteer, divisions: readonly Division[]): Division | null {
  const codes = [...new Set(divisions.map((d) => d.code))];
  if (codes.length === 1) return gazetteer.byCode(codes[0] ?? '');
  for (const level of ['country', 'province', 'prefecture'] as const) {
    const high = divisions.filter((d) => d.level === level);
    if (high.length === 1) return high[0] ?? null;
    if (high.length > 1) return null;
  }
  return null;
}

/** Whether the division bore this name in the month `at` (YYYY-MM, or longer). */
export function validAt(division: Division, at: string): boolean {
  const month = at.slice(0, 7);
  return (
    (division.from === '' || division.from <= month) && (division.until === '' || month <= division.until)
  );
}

function readTable(file: string): string[][] {
  const rows: string[][] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line !== '' && !line.startsWith('#')) rows.push(line.split('\t'));
  }
  return rows;
}

function toDivision(row: string[]): Division {
  const [code = '', name = '', shorts, level = '', parent = '', from = '', until = '', successors, aliases] =
    row;
  const list = (cell: string | undefined) => (cell ? cell.split(',') : []);
  return {
    code,
    name,
    shorts: list(shorts),
    level: toLevel(level),
    parent,
    from,
    until,
    successors: list(successors),
    aliases: list(aliases),
  };
}

function toLevel(level: string): PlaceLevel {
  if (level === 'country' || level === 'province' || level === 'prefecture' || level === 'county')
    return level;
  throw new Error(`divisions.tsv: unknown level ${level}`);
}

function toMediumKind(kind: string): MediumKind {
  if (kind === 'paper' || kind === 'station' || kind === 'brand' || kind === 'central') return kind;
  throw new Error(`media.tsv: unknown kind ${kind}`);
}

function groupBy(
  divisions: readonly Division[],
  keys: (division: Division) => string[],
): Map<string, Division[]> {
  const groups = new Map<string, Division[]>();
  for (const division of divisions) {
    for (const key of new Set(keys(division))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [division]);
      else group.push(division);
    }
  }
  return groups;
}

function listEntries(
  byName: ReadonlyMap<string, readonly Division[]>,
  media: readonly Medium[],
): NameEntry[] {
  const entries: NameEntry[] = [];
  for (const [name, divisions] of byName) {
    if (name.length < 2 || name === '中国' || name === '中央' || name === '国家' || name === '全国') continue;
    const first = divisions[0];
    if (first === undefined) continue;
    const kind = divisions.some((d) => d.name === name)
      ? 'full'
      : first.shorts.includes(name)
        ? 'short'
        : 'alias';
    const stable = divisions.every((d) => d.from === '' && d.until === '');
    entries.push({
      name,
      kind,
      divisions,
      code: '',
      medium: null,
      current: currentCodes(divisions, kind),
      stable,
      everyday: kind === 'short' && EVERYDAY_WORDS.has(name),
      province: divisions.some((d) => d.level === 'province'),
    });
  }
  for (const { name, code, kind: medium } of media) {
    if (byName.has(name)) continue;
    entries.push({
      name,
      kind: 'medium',
      divisions: [],
      code,
      medium,
      current: [code],
      stable: true,
      everyday: false,
      province: false,
    });
  }
  return entries;
}

/** What a name means today; a short name that a higher and a lower division share is the higher (吉林, 海南). */
function currentCodes(divisions: readonly Division[], kind: NameEntry['kind']): string[] {
  const valid = divisions.filter((d) => d.until === '');
  if (kind === 'short') {
    for (const level of ['province', 'prefecture'] as const) {
      const high = new Set(valid.filter((d) => d.level === level).map((d) => d.code));
      if (high.size === 1) return [...high];
    }
  }
  return [...new Set(valid.map((d) => d.code))];
}

function readTowns(file: string): Map<string, string[]> {
  const towns = new Map<string, string[]>();
  for (const [county = '', names = ''] of readTable(file)) {
    for (const name of names.split(' ')) {
      const counties = towns.get(name);
      if (counties === undefined) towns.set(name, [county]);
      else counties.push(county);
    }
  }
  return towns;
}
