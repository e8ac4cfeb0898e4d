import { rulesAt } from '@/lib/kernel/dates';
import { keep } from '@/lib/kernel/memory';
import { addressOf } from '@/lib/kernel/room';
import { keepUnits } from '@/lib/kernel/tables';
import type { Text } from '@/lib/types';
import { DAY_RULES, type DayRole, type DayRule, type Near } from './day-rules.ts';

export interface DayRoleFound {
  readonly role: DayRole;
  readonly confidence: number;
  readonly name: string;
}

/** What a date is that no rule fits: merely mentioned. */
export const NO_RULE: DayRoleFound = {
  role: 'event',
  confidence: 0.4,
  name: 'mentioned',
};

interface CompiledRule {
  readonly rule: DayRule;
  /** `after` is no more than one of `firsts`, which the kernel has looked for, but behind the text. */
  readonly isOneUnit: boolean;
  readonly before: RegExp | null;
  readonly after: RegExp | null;
}

/** The same patterns, sticky: what precedes is read backwards from the date, what follows forwards, without copies. */
const COMPILED: readonly CompiledRule[] = DAY_RULES.map((rule) => ({
  rule,
  isOneUnit: rule.firsts !== undefined && rule.after?.source === `^[${rule.firsts}]`,
  before:
    rule.before === undefined ? null : new RegExp(`(?<=${rule.before.source.replaceAll('$', '')})`, 'y'),
  after: rule.after === undefined ? null : new RegExp(rule.after.source.replaceAll(/(^|\|)\^/g, '$1'), 'y'),
}));
const ALL = 2 ** DAY_RULES.length - 1;

/** Which rules have this unit in a quick no, by its number in `numbers`; those without such a no are in all of `rules`. */
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

/** What is looked for further off on one side of a date, handed to the kernel: see `look` in source/dates.as. */
function searchOf(nearOf: (rule: DayRule) => Near | undefined): readonly number[] {
  const asking = DAY_RULES.flatMap((rule, number) => {
    const near = nearOf(rule);
    return near === undefined ? [] : [{ near, rule: 1 << number }];
  });
  if (asking.length > 4) throw new Error('more rules that look further off than the kernel has bits for');
  const kinds = new Uint8Array(65536);
  const reach = new Uint8Array(1 + Math.max(...asking.map(({ near }) => near.reach)));
  for (const [i, { near }] of asking.entries()) {
    const put = (unit: number, bit: number) => {
      kinds[unit] = (kinds[unit] as number) | bit;
    };
    for (const c of near.units) put(c.charCodeAt(0), 1 << i);
    for (const c of near.stops) if (!near.units.includes(c)) put(c.charCodeAt(0), 16 << i);
    for (let distance = 0; distance < near.reach; distance++)
      reach[distance] = (reach[distance] as number) | (1 << i);
  }
  const all = asking.reduce((sum, { rule }) => sum | rule, 0);
  const allowed = Int32Array.from({ length: 1 << asking.length }, (_, found) =>
    asking.reduce((sum, { rule }, i) => ((found >> i) & 1 ? sum | rule : sum), ~all),
  );
  const units = asking.map(({ near }) => near.units + near.stops).join('');
  return [all, reach.length - 1, keepUnits(units), keep(kinds), keep(reach), keep(allowed)];
}

/** Where the kernel finds which rules the units around a date allow, as bits. */
export const DAY_RULE_TABLE = keep(
  Int32Array.from([
    ...[sieveOf((rule) => rule.lasts), sieveOf((rule) => rule.firsts)].flatMap(({ numbers, rules }) => [
      keep(numbers),
      keep(Int32Array.from(rules)),
    ]),
    ...searchOf((rule) => rule.nearBefore),
    ...searchOf((rule) => rule.nearAfter),
  ]),
);

/**
 * The role of the date at `[start, end)` of the text; without a rule it is an event that is merely mentioned.
 * `allowed` are the rules that the units around it allow, as bits.
 */
export function dayRoleOf(
  { string, units }: Text,
  start: number,
  end: number,
  allowed: number = rulesAt(addressOf(units), string.length, start, end, DAY_RULE_TABLE),
): DayRoleFound {
  for (let left = allowed & ALL; left !== 0; left &= left - 1) {
    const { rule, isOneUnit, before, after } = COMPILED[31 - Math.clz32(left & -left)] as CompiledRule;
    if (isOneUnit) {
      if (end >= string.length) continue;
    } else if (after !== null) {
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
