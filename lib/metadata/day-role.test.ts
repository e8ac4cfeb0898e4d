import { describe, expect, it } from 'vitest';
import { DAY_RULES, dayRoleOf } from './day-role.ts';
import { textOf } from './testing.ts';
import { YEAR_RULES, yearRuleAt } from './year-rules.ts';

function split(example: string): { text: string; start: number; end: number } {
  const [before = '', date = '', after = ''] = example.split('|');
  return { text: before + date + after, start: before.length, end: before.length + date.length };
}

describe('rules of dates', () => {
  it.each(DAY_RULES.map((rule) => [rule.name, rule] as const))('%s reads its example only', (name, rule) => {
    const yes = split(rule.example);
    expect(dayRoleOf(yes.text, yes.start, yes.end).name).toBe(name);
    const no = split(rule.counterExample);
    expect(dayRoleOf(no.text, no.start, no.end).name).not.toBe(name);
  });

  it.each(YEAR_RULES.map((rule) => [rule.name, rule] as const))('%s reads its example only', (name, rule) => {
    const ruleOf = (example: string) => {
      const { text, start, end } = split(example);
      return yearRuleAt(textOf(text), start, end).name;
    };
    expect(ruleOf(rule.example)).toBe(name);
    expect(ruleOf(rule.counterExample)).not.toBe(name);
  });
});
