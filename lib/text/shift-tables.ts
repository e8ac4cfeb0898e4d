/** What undoing byte shifts looks up: which byte completes a character of a given reading, which pairs vanish. */
import { type GbkTables, isPrivateUse } from './gbk';
import { foldReading } from './syllables';

export interface ShiftTables {
  /** `${lead}${reading}` → trail bytes of the characters with that lead byte and reading. */
  readonly trails: ReadonlyMap<string, readonly number[]>;
  /** Unit → its readings. */
  readonly readings: ReadonlyMap<number, readonly string[]>;
  /** First byte of a pair that decodes to a private-use character → its possible second bytes. */
  readonly vanished: ReadonlyMap<number, readonly number[]>;
}

/** Builds the tables from the lines of data/pinyin.tsv: character, tab, readings joined by commas. */
export function buildShiftTables(pinyin: string, gbk: GbkTables): ShiftTables {
  const readings = new Map<number, readonly string[]>();
  const trails = new Map<string, number[]>();
  for (const line of pinyin.split('\n')) {
    const [character = '', list = ''] = line.split('\t');
    if (character === '' || list === '') continue;
    const unit = character.charCodeAt(0);
    const own = list.split(',').map(foldReading);
    readings.set(unit, own);
    const pair = gbk.encode[unit] ?? 0;
    // A trail byte below 0x81 is no lead byte: it cannot have been torn off.
    if ((pair & 255) < 0x81) continue;
    for (const reading of own) {
      const key = `${pair >> 8}${reading}`;
      const known = trails.get(key);
      if (known) known.push(pair & 255);
      else trails.set(key, [pair & 255]);
    }
  }
  return { readings, trails, vanished: findVanished(gbk) };
}

function findVanished(gbk: GbkTables): Map<number, number[]> {
  const vanished = new Map<number, number[]>();
  for (let first = 0x81; first <= 0xfe; first++) {
    const seconds: number[] = [];
    for (let second = 0x81; second <= 0xfe; second++) {
      if (isPrivateUse(gbk.decode[(first << 8) | second] ?? 0)) seconds.push(second);
    }
    if (seconds.length > 0) vanished.set(first, seconds);
  }
  return vanished;
}
