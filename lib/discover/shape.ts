/** What a phrase looks like, apart from how often it stands where. Tables first, then the functions that read them. */

/** Chinese numerals that open a set: 四个意识, 两山, 双碳, 百千万. */
const NUMERAL = /^[一二三四五六七八九十两双百千万零\d]/;
const INNER_NUMERAL = /[一二三四五六七八九十两双]/g;
/** What is counted in sets; plain measure words (年 月 日 万元 家 名 …) are not. */
const SET_NOUN =
  /^(个|大|项|条|不|要|严|实|保|稳|期|防|位|区|城|化|零|点|好|新|重|手|带|路|体|心|山|北|拥|创|夏|学|讲|做|风|农|支|扶|补|减|高|提|转|变|准|清|挂|通|网|免|控|责|进|到|对|看|有|无|公|制|碳|循环)/;
const PLAIN_COUNT =
  /^(\d+|[一二三四五六七八九十两百千万]+)((年|月|日|时|分|秒|岁|名|家|人|次|号|元|万|亿|米|吨|公斤|公顷|度|天|周|季度|座|颗|架|枚|艘|辆|倍|世纪|星期|小时|分钟)(?!变局|一体|行动|计划|大计|愿景)|位$|届|条$|场$|批$|起$)/;

export type Shape = 'formula' | 'numeral' | 'parallel' | 'phrase';

/** 1+1+9, 互联网+, 党建+: what every finder that strips signs discards. */
export function isFormula(text: string): boolean {
  return (
    /^\d+(\+\d+)+$/.test(text) || /^[一-龥]{2,4}\+$/.test(text) || /^\d+\+[A-Za-z一-龥\d]{1,6}$/.test(text)
  );
}

/** Days with names of numbers, and five-year plans: ordinals, not sets. */
const NAMED_NUMBER = /^(五一|七一|八一|六一|十一|三八|五四|九一八|十[一二三四五六七]五(时期|规划)?)$/;

/** 三年, 24小时, 两届: a count of ordinary things; 十四五: an ordinal. */
export function isPlainCount(text: string): boolean {
  return PLAIN_COUNT.test(text) || NAMED_NUMBER.test(text);
}

export function isNumeral(text: string): boolean {
  if (text.includes('、') || PLAIN_COUNT.test(text) || !NUMERAL.test(text)) return false;
  const rest = text.replace(/^[一二三四五六七八九十两双百千万零\d]+/, '');
  return SET_NOUN.test(rest) || (text.match(INNER_NUMERAL)?.length ?? 0) >= 2;
}

/** Clauses of equal length, or that share a character in the same place: one saying, not a list of things. */
export function isBalanced(text: string): boolean {
  const clauses = text.split('、');
  if (clauses.length < 2 || clauses.some((c) => c.length < 2 || c.length > 12)) return false;
  const lengths = new Set(clauses.map((c) => c.length));
  const anchored = [0, 1, -1].some(
    (at) => commonest(clauses.map((c) => c.at(at) ?? '')) >= Math.max(2, 0.6 * clauses.length),
  );
  if (lengths.size === 1) return anchored || (clauses[0]?.length ?? 0) >= 3;
  return lengths.size === 2 && anchored;
}

/** How often the commonest of the values stands there. */
function commonest(values: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1);
  return Math.max(...counts.values());
}

export function shapeOf(text: string): Shape {
  if (isFormula(text)) return 'formula';
  if (text.includes('、')) return 'parallel';
  return isNumeral(text) ? 'numeral' : 'phrase';
}
