import { describe, expect, it } from 'vitest';
import { buildAffixTable, matchAffixes } from './affixes.ts';
import { findGenre } from './genre.ts';
import { readHead } from './head.ts';
import { findIssuer } from './issuer.ts';
import { CONTEXT_RULES } from './place-tables.ts';
import { gazetteer, textOf, wholeOf } from './testing.ts';

function kindOf(written: string): { issuer: string | null; genre: string | null } {
  const text = textOf(written);
  const head = readHead(text, wholeOf(text), gazetteer);
  return { issuer: findIssuer(text, wholeOf(text), head), genre: findGenre(head) };
}

describe('issuer and genre', () => {
  it.each([
    ['2月10日，区委书记张明主持召开区委常委会会议。会议强调，要做好工作。', 'party', 'meeting'],
    ['日前，区政府区长李强国主持召开区政府常务会议。', 'government', 'meeting'],
    ['深圳市委召开常委会会议。', 'party', 'meeting'],
    ['泉州市人大常委会召开第三次会议，会议审议报告。', 'congress', 'meeting'],
    ['泉州市政协召开常委会会议。', 'cppcc', 'meeting'],
    [
      '2025年某市政府工作报告\n——2025年1月15日在某市人民代表大会会议上\n各位代表：现在，我代表泉州市人民政府，向大会报告工作',
      'government',
      'report',
    ],
    ['河北省教育厅关于做好招生工作的通知\n各市教育局：', 'department', 'notice'],
    ['国务院关于取消一批行政许可事项的决定\n', 'government', 'notice'],
    ['财政部关于印发办法的通知\n', 'department', 'notice'],
    [
      '中共中央政治局召开会议 分析研究经济工作\n央视网消息（新闻联播）：中共中央政治局9月11日召开会议。会议指出',
      'party',
      'meeting',
    ],
    ['在全市经济工作会议上的讲话\n（2024年7月18日）\n同志们：', null, 'speech'],
    ['各地喜迎丰收\n央视网消息（新闻联播）：今天，金黄的稻田一片丰收景象。', 'medium', 'news'],
    ['某区党政联席会议召开\n2月10日，区党政联席会议举行，研究部署工作。', null, 'meeting'],
    ['张明主持召开市委常委会会议\n2月10日，市委常委会召开会议。', 'party', 'meeting'],
    ['市委常委会决定召开市委全会\n2月10日，市委常委会研究有关事项。', 'party', 'meeting'],
    ['泉州市第十七届人民代表大会第三次会议圆满闭幕\n大会闭幕时，代表们起立。', 'congress', 'meeting'],
    ['海南省委常委会召开会议 传达学习有关精神', 'party', 'meeting'],
    ['各位代表：\n现在，我代表区人民政府，向大会报告工作，请予审议。', 'government', 'report'],
    ['同志们：\n现在，我代表市委向全会报告工作。', 'party', 'report'],
    ['我市各级教育部门积极行动\n昨日，记者从各级教育部门获悉，开学准备就绪。', 'medium', 'news'],
    [
      '各界人士高度评价某某大会上的讲话\n央视网消息（新闻联播）：各界人士认为，讲话着眼长远。',
      'medium',
      'news',
    ],
    ['河北省某工业转型行动计划（2020－2022年）\n随着技术发展，制定本行动计划。', null, 'notice'],
    ['', null, null],
  ])('%s', (written, issuer, genre) => {
    expect(kindOf(written)).toEqual({ issuer, genre });
  });
});

describe('rules of place contexts', () => {
  const table = buildAffixTable(CONTEXT_RULES);
  const ruleOf = (example: string) => {
    const [before = '', name = '', after = ''] = example.split('|');
    const text = textOf(before + name + after);
    return CONTEXT_RULES[matchAffixes(table, text, before.length, before.length + name.length)]?.name;
  };
  it.each(CONTEXT_RULES.map((rule) => [rule.name, rule] as const))(
    '%s reads its example only',
    (name, rule) => {
      expect(ruleOf(rule.example)).toBe(name);
      expect(ruleOf(rule.counterExample)).not.toBe(name);
    },
  );
});
