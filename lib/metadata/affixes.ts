import { keep } from '@/lib/kernel/memory';
import { match } from '@/lib/kernel/names';
import { addressOf } from '@/lib/kernel/room';
import type { Text } from '@/lib/types';

/**
 * Rules over the words right before and right after a place in the text, as word lists instead of regular
 * expressions: two bytes tell for nearly every place that no rule fits.
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

/** By word, the rules that it speaks for and those that it takes back, as bits. */
type Affixes = ReadonlyMap<string, { rules: number; excepted: number }>;

/** Hands rules to the kernel; returns where it finds them (see source/parts/around.as). At most 30: each is one bit. */
export function buildAffixTable(rules: readonly AffixRule[]): number {
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
  const all = 2 ** rules.length - 1;
  const needing = (words: (rule: AffixRule) => readonly string[]) =>
    rules.reduce((bits, rule, number) => (words(rule).length > 0 ? bits | (1 << number) : bits), ~all);
  return keep(
    Int32Array.from([
      ...spread(before, (word, i) => word.charCodeAt(word.length - 1 - i)),
      ...spread(after, (word, i) => word.charCodeAt(i)),
      needing((rule) => rule.before),
      needing((rule) => rule.after),
    ]),
  );
}

/** Addresses: by unit the number of its list of words, by number that list. */
function spread(words: Affixes, unitOf: (word: string, i: number) => number): readonly number[] {
  const numbers = new Uint8Array(65536);
  const lists: number[][] = [[]];
  for (const [word, { rules, excepted }] of words) {
    const unit = unitOf(word, 0);
    const number = numbers[unit] || lists.length;
    if (number > 255) throw new Error('too many different affixes for one table');
    numbers[unit] = number;
    if (number === lists.length) lists.push([]);
    const list = lists[number] as number[];
    list.push(word.length, rules, excepted);
    for (let i = 1; i < word.length; i += 2)
      list.push(unitOf(word, i) | (i + 1 < word.length ? unitOf(word, i + 1) << 16 : 0));
  }
  return [keep(numbers), keep(Int32Array.from(lists, (list) => keep(Int32Array.from([...list, 0]))))];
}

/** The number of the first rule of a table that fits the words around `[start, end)`; -1 when none does. */
export function matchAffixes(table: number, text: Text, start: number, end: number): number {
  return match(table, addressOf(text.units), text.string.length, start, end);
}
