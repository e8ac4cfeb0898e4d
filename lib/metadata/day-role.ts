import type { Text } from '@/lib/types';
import { DAY_RULES, type DayRole, type DayRule, type Near } from './day-rules.ts';

export interface DayRoleFound {
  readonly role: DayRole;
  readonly confidence: number;
  readonly name: string;
}

const NO_RULE: DayRoleFound = {
  role: 'event',
  confidence: 0.4,
  name: 'mentioned',
};

interface CompiledRule {
  readonly rule: DayRule;
  readonly before: RegExp | null;
  readonly after: RegExp | null;
  readonly nearBefore: Search | null;
  readonly nearAfter: Search | null;
}

/** The same patterns, sticky: what precedes is read backwards from the date, what follows forwards, without copies. */
const COMPILED: readonly CompiledRule[] = DAY_RULES.map((rule) => ({
  rule,
  before:
    rule.before === undefined ? null : new RegExp(`(?<=${rule.before.source.replaceAll('$', '')})`, 'y'),
  after: rule.after === undefined ? null : new RegExp(rule.after.source.replaceAll(/(^|\|)\^/g, '$1'), 'y'),
  nearBefore: searchOf(rule.nearBefore),
  nearAfter: searchOf(rule.nearAfter),
}));

/** By unit, a number under which `MAY_FOLLOW` has the rules (as bits) that allow it before or behind a date. */
const BEFORE = sieveOf((rule) => rule.lasts);
const AFTER = sieveOf((rule) => rule.firsts);

interface Sieve {
  readonly numbers: Uint8Array;
  readonly rules: readonly number[];
}

function sieveOf(unitsOf: (rule: DayRule) => string | undefined): Sieve {
  let open = 0;
  const bits = new Map<number, number>();
  for (const [number, rule] of DAY_RULES.entries()) {
    const units = unitsOf(rule);
    if (units === undefined) open |= 1 << number;
    else for (const c of units) bits.set(c.charCodeAt(0), (bits.get(c.charCodeAt(0)) ?? 0) | (1 << number));
  }
  const numbers = new Uint8Array(65536);
  const rules = [open];
  for (const [unit, own] of bits) {
    numbers[unit] = rules.length;
    rules.push(open | own);
  }
  return { numbers, rules };
}

/** The role of the date at `[start, end)` of the text; without a rule it is an event that is merely mentioned. */
export function dayRoleOf(text: Text, start: number, end: number): DayRoleFound {
  const { string, units } = text;
  let rules = -1;
  if (start > 0) rules &= BEFORE.rules[BEFORE.numbers[units[start - 1] as number] as number] as number;
  if (end < string.length) rules &= AFTER.rules[AFTER.numbers[units[end] as number] as number] as number;
  for (let number = 0; number < COMPILED.length; number++) {
    if (((rules >>> number) & 1) === 0) continue;
    const { rule, before, after, nearBefore, nearAfter } = COMPILED[number] as CompiledRule;
    if (nearAfter !== null && !stands(nearAfter, text, end, 1)) continue;
    if (nearBefore !== null && !stands(nearBefore, text, start - 1, -1)) continue;
    if (after !== null) {
      after.lastIndex = end;
      if (!after.test(string)) continue;
    }
    if (before !== null) {
      before.lastIndex = start;
      if (!before.test(string)) continue;
    }
    return rule;
  }
  return NO_RULE;
}

/** A `Near` as a table by unit: 1 what is looked for, 2 what ends the search. */
interface Search {
  readonly kinds: Uint8Array;
  readonly reach: number;
}

function searchOf(near: Near | undefined): Search | null {
  if (near === undefined) return null;
  const kinds = new Uint8Array(65536);
  for (const c of near.stops) kinds[c.charCodeAt(0)] = 2;
  for (const c of near.units) kinds[c.charCodeAt(0)] = 1;
  return { kinds, reach: near.reach };
}

function stands({ kinds, reach }: Search, { string, units }: Text, from: number, step: 1 | -1): boolean {
  const { length } = string;
  for (let i = from, left = reach; left > 0 && i >= 0 && i < length; i += step, left--) {
    const kind = kinds[units[i] as number] as number;
    if (kind !== 0) return kind === 1;
  }
  return false;
}
