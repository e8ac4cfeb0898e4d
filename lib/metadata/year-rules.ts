import type { Text } from '@/lib/types';
import { buildAffixTable, matchAffixes } from './affixes.ts';
import { buildWordIndex, createHits, HIT, scanWords } from './scan.ts';

/** How a year that is named in passing (2020年…) limits the time of writing. */
export interface YearRule {
  readonly name: string;
  /** Words right before the year, words right behind 年, words in the clause that follows. One kind a rule. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly within: readonly string[];
  /** Longer words that begin like one of `after` and are not meant. */
  readonly exceptAfter?: readonly string[];
  /** First and last month in which such a text is written, counted from January of the year (0); null: says nothing. */
  readonly months: readonly [number, number] | null;
  readonly weight: number;
  /** For a day in November or December: the weight of the year itself and, the same, of the year before it. */
  readonly yearEnd?: number;
  /** The year, with its 年, stands between bars. */
  readonly example: string;
  readonly counterExample: string;
}

const list = (words: string): string[] => words.split(' ');

/** Of the words in the clause the nearest decides; without any it is the last rule. */
export const YEAR_RULES: readonly YearRule[] = [
  {
    name: 'target-year',
    before: list('到 至 力争 迈向 面向 展望 截至 — - ～ ~'),
    after: [],
    within: [],
    months: null,
    weight: 0,
    example: '到|2035年|基本实现',
    counterExample: '听取|2020年|工作汇报',
  },
  {
    name: 'target-deadline',
    before: [],
    after: list('底前 年底 末 前 基本 远景 可持续 议程 愿景 目标'),
    exceptAfter: list('前三季度 前两个月 前三个月'),
    within: [],
    months: null,
    weight: 0,
    example: '|2025年|底前完成',
    counterExample: '|2025年|工作要点',
  },
  {
    name: 'since-year',
    before: list('自 从 自从 早在'),
    after: [],
    within: [],
    months: null,
    weight: 0,
    example: '从|2018年|开始，村里陆续发展',
    counterExample: '落实|2018年|工作要点',
  },
  {
    name: 'told-later',
    before: [],
    after: [],
    within: list('春节前夕 两会上 全国两会上 两会期间 全国两会期间'),
    months: null,
    weight: 0,
    example: '在|2024年|全国两会上，代表提出建议',
    counterExample: '传达学习|2024年|全国两会精神',
  },
  {
    name: 'this-year',
    before: list('今年是 今年即 今年（ 今年('),
    after: [],
    within: [],
    months: [0, 11],
    weight: 2,
    example: '今年是|2022年|，也是关键一年',
    counterExample: '去年是|2022年|',
  },
  {
    name: 'year-summed-up',
    before: list('总结 总结了 回顾总结 总结回顾'),
    after: [],
    within: [],
    months: [10, 14],
    weight: 2,
    example: '会议总结|2023年|经济工作',
    counterExample: '部署|2024年|经济工作',
  },
  {
    name: 'next-year',
    before: list('谋划 谋划好 筹划 明年是 明年（'),
    after: [],
    within: [],
    months: [-3, 1],
    weight: 2,
    example: '谋划|2020年|工作',
    counterExample: '研究|2020年|工作安排',
  },
  {
    name: 'quarter-reported',
    before: [],
    after: [],
    within: list('一季度 第一季度'),
    months: [2, 6],
    weight: 2,
    example: '召开|2024年|第一季度经济运行分析会',
    counterExample: '召开|2024年|经济运行分析会',
  },
  {
    name: 'half-year-reported',
    before: [],
    after: [],
    within: list('上半年'),
    months: [5, 9],
    weight: 2,
    example: '分析|2023年|上半年经济形势',
    counterExample: '分析|2023年|经济形势',
  },
  {
    name: 'three-quarters-reported',
    before: [],
    after: [],
    within: list('前三季度'),
    months: [8, 12],
    weight: 2,
    example: '|2023年|前三季度，全市生产总值增长',
    counterExample: '|2023年|全市生产总值增长',
  },
  {
    name: 'year-result',
    before: [],
    after: [],
    within: list('生产总值 同比增长 比上年增长 较上年增长'),
    months: [12, 17],
    weight: 1,
    example: '|2022年|，全市实现生产总值1200亿元',
    counterExample: '|2022年|上半年，全市实现生产总值600亿元',
  },
  {
    name: 'two-sessions',
    before: [],
    after: [],
    within: list('全国两会 两会精神 两会'),
    months: [0, 4],
    weight: 2,
    example: '传达学习|2023年|全国两会精神',
    counterExample: '传达学习|2023年|对台工作会议精神',
  },
  {
    name: 'december-conference',
    before: [],
    after: [],
    within: list('中央经济工作会议 中央农村工作会议'),
    months: [11, 14],
    weight: 2,
    example: '传达学习|2023年|中央经济工作会议精神',
    counterExample: '传达学习|2023年|全市经济工作会议精神',
  },
  {
    name: 'year-reported',
    before: [],
    after: [],
    within: list(
      '汇报 总结 述职 述责 完成情况 工作情况 进展情况 落实情况 执行情况 考核结果 决算 情况报告 考核情况 预算执行 公报 年度报告',
    ),
    months: [9, 17],
    weight: 2,
    example: '听取|2020年|安全生产工作汇报',
    counterExample: '|2020年|重点工作安排',
  },
  {
    name: 'year-planned',
    before: [],
    after: [],
    within: list('会议 要点 行动 计划 方案 安排 任务 预算 部署 清单 项目 实事 经济工作 重点工作'),
    months: [0, 9],
    weight: 2,
    yearEnd: 0.3,
    example: '传达学习了|2021年|对台工作会议精神',
    counterExample: '|2021年|工作总结',
  },
  {
    name: 'turn-of-year',
    before: [],
    after: [],
    within: list('春运 春节 工作思路'),
    months: [-2, 2],
    weight: 2,
    example: '部署|2021年|春运工作',
    counterExample: '|2021年|重点项目',
  },
  {
    name: 'year-of-effort',
    before: [],
    after: [],
    within: list('收官之年 开局之年 起步之年 关键之年 决胜之年 攻坚之年 承上启下之年 重要之年'),
    months: [0, 9],
    weight: 0.9,
    yearEnd: 0.3,
    example: '|2020年|是全面建成小康社会的收官之年',
    counterExample: '|2020年|是极不平凡的一年',
  },
  {
    name: 'year-named',
    before: [],
    after: [],
    within: [],
    months: [0, 14],
    weight: 0.4,
    example: '在肯定我市|2019年|创新发展',
    counterExample: '到|2035年|',
  },
];

const TOUCHING = YEAR_RULES.filter((rule) => rule.before.length + rule.after.length > 0);
const TOUCHING_TABLE = buildAffixTable(TOUCHING);
const CLAUSE_WORDS = YEAR_RULES.flatMap((rule) => rule.within.map((word) => ({ word, rule })));
const CLAUSE_INDEX = buildWordIndex(CLAUSE_WORDS.map((each) => each.word));
const LAST_RULE = YEAR_RULES[YEAR_RULES.length - 1] as YearRule;
/** How far behind the year its noun stands. */
const CLAUSE = 26;
const hits = createHits(64);

/** The rule for the year whose digits begin at `start` and whose 年 ends at `end`. */
export function yearRuleAt(text: Text, start: number, end: number): YearRule {
  const touching = TOUCHING[matchAffixes(TOUCHING_TABLE, text, start, end)];
  if (touching !== undefined) return touching;
  hits.count = 0;
  scanWords(CLAUSE_INDEX, text.units, end, clauseEnd(text, end), hits);
  const first = hits.count > 0 ? CLAUSE_WORDS[hits.numbers.read()[HIT.word] as number] : undefined;
  return first?.rule ?? LAST_RULE;
}

/** A comma right behind 年 only holds its breath: 2022年，全市实现…. */
function clauseEnd(text: Text, from: number): number {
  const most = Math.min(from + CLAUSE, text.string.length);
  for (let i = text.units[from] === 0xff0c ? from + 1 : from; i < most; i++) {
    const unit = text.units[i];
    // ， 。 ； and the end of a line
    if (unit === 0xff0c || unit === 0x3002 || unit === 0xff1b || unit === 0x0a) return i;
  }
  return most;
}
