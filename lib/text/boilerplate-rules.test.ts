import { describe, expect, it } from 'vitest';
import { cutBoilerplate } from './boilerplate';
import { BOILERPLATE_RULES } from './boilerplate-rules';
import { startDraft } from './draft';
import { restore } from './restore';
import { loadTextTables } from './tables';

const tables = loadTextTables('data');

describe.each(BOILERPLATE_RULES)('boilerplate rule $name', ({ pattern, example, keeps }) => {
  it('matches its example and is tried on it', () => {
    expect(pattern.test(example)).toBe(true);
    expect(restore(example, tables).repairs.map((repair) => repair.kind)).toContain('boilerplate');
  });
  it('leaves its counter-example alone', () => {
    expect(pattern.test(keeps)).toBe(false);
    expect(restore(keeps, tables).text.string).toBe(keeps.replaceAll(',', '，'));
  });
});

describe('cutBoilerplate', () => {
  it('takes the lines along that continue an original title in a footer', () => {
    const draft = cutBoilerplate(
      startDraft('会议召开。\n会议要求抓落实。\n原标题:会议召开\n部署各项工作 全力以赴\n编辑|张三'),
      tables.triggers,
    );
    expect(draft.text.trim()).toBe('会议召开。\n会议要求抓落实。');
  });
  it('takes only the line itself at the top of a page', () => {
    const draft = cutBoilerplate(
      startDraft('原标题：会议召开\n市委书记主持会议并讲话\n会议要求抓落实，确保实效。'),
      tables.triggers,
    );
    expect(draft.text.trim()).toBe('市委书记主持会议并讲话\n会议要求抓落实，确保实效。');
  });
});
