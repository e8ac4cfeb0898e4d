import { describe, expect, it } from 'vitest';
import { DAY_RULES, dayRoleOf } from './day-role.ts';
import { YEAR_RULES } from './year-evidence.ts';

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

  it.each(YEAR_RULES.map((rule) => [rule.name, rule] as const))(
    '%s reads its example first',
    (name, rule) => {
      const first = (example: string) => {
        const [before = '', , after = ''] = example.split('|');
        const fits = (each: (typeof YEAR_RULES)[number]) =>
          (each.before === undefined || each.before.test(before)) &&
          each.after.test(after.replace(/^年/, ''));
        return YEAR_RULES.find(fits)?.name;
      };
      expect(first(rule.example.replace('年|', '|'))).toBe(name);
      expect(first(rule.counterExample.replace('年|', '|'))).not.toBe(name);
    },
  );
});
