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

const PATTERN = /[今昨前日近连][日天晨早晚前期]来?/g;
/** What may stand before such a word that says when: a pause, or the body that acted. */
const BEFORE = /(?<=^|[\n。，：:）)】”讯道 　会府委局厅部长央院记社市省区县席院团播])/y;

/** The first such word in `[start, end)` that says when something happened; null without one. */
export function findRelativeDay(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number; readonly word: RelativeWord } | null {
  const part = text.slice(start, end);
  PATTERN.lastIndex = 0;
  for (let match = PATTERN.exec(part); match !== null; match = PATTERN.exec(part)) {
    const index = start + match.index;
    const word = RELATIVE_WORDS.find((each) => text.startsWith(each.word, index));
    BEFORE.lastIndex = index;
    if (word !== undefined && BEFORE.test(text)) return { start: index, end: index + word.word.length, word };
  }
  return null;
}
