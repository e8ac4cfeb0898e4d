import { weigh } from '@/lib/kernel/names';
import { addressOf } from '@/lib/kernel/room';
import type { Text } from '@/lib/types';
import { MARKER } from './facts.ts';
import type { Gazetteer, NameEntry } from './gazetteer.ts';
import type { Head } from './head.ts';
import { NAME_TABLES } from './name-tables.ts';
import { CONTEXT_RULES } from './place-tables.ts';
import { HIT } from './scan.ts';

/** What is said of a name, as source/parts/names.as numbers it: how many points it counts, and why. */
const SAID: readonly (readonly [rule: string, weight: number])[] = [
  ['', 0],
  ['name-of-a-person', 0],
  ['named', 1],
  ['named', 0.7],
  ['everyday-word', 0],
  ['medium-name', 6],
  ['brand', 3],
  ['title-issuer', 8],
  ['title-subject', 4],
  ['department', 5],
  ['name-of-a-town', 0],
  ['town-convened', 5],
];
/** No name of a place at all: it stands in a list of addressees, or is a medium of the whole country. */
export const NOT_A_PLACE = 0;
const TOWN = 10;
const TOWN_CONVENES = 11;
/** From here on the rules for the words around a name. */
const RULES = 16;
/** Bits that ask for a look at towns. */
const PERHAPS_TOWN = 64;
const PERHAPS_CONVENED = 128;

/** By code. */
export const POINTS = new Float64Array(PERHAPS_TOWN);
export const REASONS: string[] = new Array(PERHAPS_TOWN).fill('');
for (const [code, [rule, weight]] of SAID.entries()) {
  POINTS[code] = weight;
  REASONS[code] = rule;
}
for (const [number, { name, weight }] of CONTEXT_RULES.entries()) {
  POINTS[RULES + number] = weight;
  REASONS[RULES + number] = name;
}

/**
 * Gives every name among the hits of a head its code, by which `POINTS` and `REASONS` tell what it counts and why. Returns
 * the points of all, -1 where there is no name of a place.
 */
export function weighNames(text: Text, { hits, address, weighed }: Head, gazetteer: Gazetteer): number {
  if (weighed !== hits.count) {
    const from = hits.numbers.address;
    const behind = from + 4 * HIT.size * hits.count;
    weigh(address, from, behind, addressOf(text.units), text.string.length, NAME_TABLES);
  }
  const numbers = hits.numbers.read();
  let sum = 0;
  let isNamed = false;
  for (let hit = 0, end = hits.count * HIT.size; hit < end; hit += HIT.size) {
    if (((numbers[hit + HIT.facts] as number) & MARKER.is) !== 0) continue;
    let code = numbers[hit + HIT.code] as number;
    if (code >= PERHAPS_TOWN) {
      code = lookAtTowns(text.string, numbers, hit, gazetteer);
      numbers[hit + HIT.code] = code;
    }
    if (code === NOT_A_PLACE) continue;
    isNamed = true;
    sum += POINTS[code] as number;
  }
  return isNamed ? sum : -1;
}

function lookAtTowns(text: string, numbers: Int32Array, hit: number, gazetteer: Gazetteer): number {
  const code = numbers[hit + HIT.code] as number;
  const [start, end] = [numbers[hit + HIT.start] as number, numbers[hit + HIT.end] as number];
  const entry = gazetteer.entries[numbers[hit + HIT.word] as number] as NameEntry;
  if ((code & PERHAPS_TOWN) !== 0 && namesTown(text, start, end, entry, gazetteer)) return TOWN;
  if ((code & PERHAPS_CONVENED) !== 0 && townConvenes(text, end)) return TOWN_CONVENES;
  return code & (PERHAPS_TOWN - 1);
}

const TOWN_MEETS =
  /[一-龥]{1,5}?(?:镇|乡|街道)(?:党工委|党委|办事处|人民政府|政府)?(?:组织)?(?:召开|举行|举办)/y;

/** 6月24日，|博罗县|石湾镇召开: a town of the county meets, as the county itself would. */
function townConvenes(text: string, end: number): boolean {
  TOWN_MEETS.lastIndex = end;
  return TOWN_MEETS.test(text);
}

/** 桃源|街道 where no county in short 桃源 has a street of that name. */
function namesTown(
  text: string,
  start: number,
  end: number,
  { divisions }: NameEntry,
  gazetteer: Gazetteer,
): boolean {
  const counties = gazetteer.countiesOfTown(text.slice(start, end + 2));
  return counties.length > 0 && !divisions.some(({ code }) => counties.includes(code));
}
