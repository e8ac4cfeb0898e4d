import { MARK, markFrom, marksOf } from '@/lib/marks';
import type { Text } from '@/lib/types';

/** Words that say when by counting from the day of writing. `days` null: recently, no certain day. */
export interface RelativeWord {
  readonly word: string;
  readonly days: number | null;
}

export const RELATIVE_WORDS: readonly RelativeWord[] = [
  { word: '今日', days: 0 },
  { word: '今天', days: 0 },
  { word: '今晨', days: 0 },
  { word: '今早', days: 0 },
  { word: '今晚', days: 0 },
  { word: '昨日', days: -1 },
  { word: '昨天', days: -1 },
  { word: '昨晚', days: -1 },
  { word: '前日', days: -2 },
  { word: '前天', days: -2 },
  { word: '日前', days: null },
  { word: '近日', days: null },
  { word: '连日来', days: null },
  { word: '近期', days: null },
];

/** The words by their first two units, which no two of them share. */
const BY_OPENING = new Map(
  RELATIVE_WORDS.map((each) => [(each.word.charCodeAt(0) << 16) | each.word.charCodeAt(1), each]),
);

/** What may stand before such a word that says when: a pause, or the body that acted. */
const BEFORE = /(?<=^|[\n。，：:）)】”讯道 　会府委局厅部长央院记社市省区县席院团播])/y;

/** The first such word in `[start, end)` that says when something happened; null without one. */
export function findRelativeDay(
  text: Text,
  start: number,
  end: number,
): { readonly start: number; readonly end: number; readonly word: RelativeWord } | null {
  const { relative } = MARK;
  const { string, units } = text;
  const marks = marksOf(text);
  for (let m = markFrom(marks, start); m < marks.count; m++) {
    const at = marks.at[m] as number;
    if (at + 1 >= end) return null;
    if (((marks.bits[m] as number) & relative) === 0) continue;
    const word = BY_OPENING.get(((units[at] as number) << 16) | (units[at + 1] as number));
    if (word === undefined || !string.startsWith(word.word, at)) continue;
    BEFORE.lastIndex = at;
    if (BEFORE.test(string)) return { start: at, end: at + word.word.length, word };
  }
  return null;
}
