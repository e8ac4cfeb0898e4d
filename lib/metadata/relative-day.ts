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

const PATTERN = new RegExp(
  `(?:^|[\\n。，：:）】”讯道 　]|[会府委局厅部长央院记社市省区县席院团]|[)）])(${RELATIVE_WORDS.map((each) => each.word).join('|')})`,
);

/** The first such word in `[start, end)` that says when something happened; null without one. */
export function findRelativeDay(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number; readonly word: RelativeWord } | null {
  const match = PATTERN.exec(text.slice(start, end));
  const word = RELATIVE_WORDS.find((each) => each.word === match?.[1]);
  if (match === null || word === undefined) return null;
  const at = start + match.index + match[0].length - word.word.length;
  return { start: at, end: at + word.word.length, word };
}
