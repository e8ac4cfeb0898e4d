import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayRoleOf } from './day-role.ts';
import { DAY_RULES } from './day-rules.ts';
import { textOf } from './testing.ts';
import { YEAR_RULES, yearRuleAt } from './year-rules.ts';

function split(example: string): { text: string; start: number; end: number } {
  const [before = '', date = '', after = ''] = example.split('|');
  return { text: before + date + after, start: before.length, end: before.length + date.length };
}

describe('rules of dates', () => {
  it.each(DAY_RULES.map((rule) => [rule.name, rule] as const))('%s reads its example only', (name, rule) => {
    const yes = split(rule.example);
    expect(dayRoleOf(textOf(yes.text), yes.start, yes.end).name).toBe(name);
    const no = split(rule.counterExample);
    expect(dayRoleOf(textOf(no.text), no.start, no.end).name).not.toBe(name);
  });

  it('are told by what stands before and behind, whatever is passed over for a quick no', () => {
    const words = DAY_RULES.flatMap(({ example, counterExample }) => [example, counterExample])
      .flatMap((each) => each.split('|'))
      .filter((each) => !/\d月/.test(each));
    const side = fc
      .array(
        fc.oneof(
          fc.constantFrom(...words),
          fc.constantFrom(...'在。，：:（）《》\n 　于上下起、12电局会'),
          fc.constantFrom('来源：', '时间', '8:30', '会议上', '审议通过', '召开', '获悉'),
        ),
        { maxLength: 4 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(side, side, (before, after) => {
        const plain = DAY_RULES.find(
          (rule) => (rule.before?.test(before) ?? true) && (rule.after?.test(after) ?? true),
        );
        const { length } = before;
        const found = dayRoleOf(textOf(`${before}2月10日${after}`), length, length + 5);
        expect(found.name).toBe(plain?.name ?? 'mentioned');
      }),
      { numRuns: 5000 },
    );
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
