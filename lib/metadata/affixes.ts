/**
 * Rules over the words right before and right after a place in the text, as word lists instead of regular
 * expressions: two array look-ups tell for nearly every place that no rule fits.
 */
export interface AffixRule {
  readonly name: string;
  /** One of these has to end where the place begins; empty: anything. */
  readonly before: readonly string[];
  /** One of these has to begin where the place ends; empty: anything. */
  readonly after: readonly string[];
  /** Longer words that begin like one of `after` and are not meant (委员 for 委). */
  readonly exceptAfter?: readonly string[];
}

interface Affix {
  readonly word: string;
  /** The unit next to the one that its list is for; 0 where the word has only one. */
  readonly next: number;
  readonly rules: number;
  readonly excepted: number;
}

export interface AffixTable {
  readonly names: readonly string[];
  readonly needBefore: readonly number[];
  readonly needAfter: readonly number[];
  readonly byLast: UnitTable;
  readonly byFirst: UnitTable;
}

/** By a code unit, the number of its list of affixes; list 0 is empty. Bytes, so that it stays in the cache. */
interface UnitTable {
  readonly numbers: Uint8Array;
  readonly lists: readonly (readonly Affix[])[];
}

/** At most 30 rules: each is one bit. */
export function buildAffixTable(rules: readonly AffixRule[]): AffixTable {
  if (rules.length > 30) throw new Error('too many affix rules for one table');
  const before = new Map<string, { rules: number; excepted: number }>();
  const after = new Map<string, { rules: number; excepted: number }>();
  const put = (map: typeof before, word: string, key: 'rules' | 'excepted', bit: number) => {
    const affix = map.get(word) ?? { rules: 0, excepted: 0 };
    affix[key] |= bit;
    map.set(word, affix);
  };
  for (const [number, rule] of rules.entries()) {
    for (const word of rule.before) put(before, word, 'rules', 1 << number);
    for (const word of rule.after) put(after, word, 'rules', 1 << number);
    for (const word of rule.exceptAfter ?? []) put(after, word, 'excepted', 1 << number);
  }
  return {
    names: rules.map((rule) => rule.name),
    needBefore: rules.map((rule, number) => (rule.before.length > 0 ? 1 << number : 0)),
    needAfter: rules.map((rule, number) => (rule.after.length > 0 ? 1 << number : 0)),
    byLast: spread(before, (word, i) => word.charCodeAt(word.length - 1 - i)),
    byFirst: spread(after, (word, i) => word.charCodeAt(i)),
  };
}

function spread(
  words: ReadonlyMap<string, { rules: number; excepted: number }>,
  unitOf: (word: string, i: number) => number,
): UnitTable {
  const numbers = new Uint8Array(65536);
  const lists: Affix[][] = [[]];
  for (const [word, { rules, excepted }] of words) {
    const unit = unitOf(word, 0);
    const number = numbers[unit] || lists.length;
    if (number > 255) throw new Error('too many different affixes for one table');
    numbers[unit] = number;
    if (number === lists.length) lists.push([]);
    lists[number]?.push({ word, next: word.length > 1 ? unitOf(word, 1) : 0, rules, excepted });
  }
  return { numbers, lists };
}

/** The number of the first rule that fits the words around `[start, end)`; -1 when none does. */
export function matchAffixes(table: AffixTable, text: string, start: number, end: number): number {
  let left = 0;
  let right = 0;
  let excepted = 0;
  const lefts = start > 0 ? (table.byLast.numbers[text.charCodeAt(start - 1)] as number) : 0;
  if (lefts > 0) {
    const next = start > 1 ? text.charCodeAt(start - 2) : 0;
    for (const { word, next: own, rules } of table.byLast.lists[lefts] as readonly Affix[]) {
      if (own !== 0 && (own !== next || !text.startsWith(word, start - word.length))) continue;
      left |= rules;
    }
  }
  const rights = end < text.length ? (table.byFirst.numbers[text.charCodeAt(end)] as number) : 0;
  if (rights > 0) {
    const next = end + 1 < text.length ? text.charCodeAt(end + 1) : 0;
    for (const { word, next: own, rules, excepted: not } of table.byFirst.lists[rights] as readonly Affix[]) {
      if (own !== 0 && (own !== next || !text.startsWith(word, end))) continue;
      right |= rules;
      excepted |= not;
    }
    right &= ~excepted;
  }
  if (left === 0 && right === 0) return -1;
  for (let rule = 0; rule < table.names.length; rule++) {
    const needBefore = table.needBefore[rule] ?? 0;
    const needAfter = table.needAfter[rule] ?? 0;
    if ((needBefore & left) === needBefore && (needAfter & right) === needAfter) return rule;
  }
  return -1;
}
