import { describe, expect, it } from 'vitest';
import { findDate } from './date.ts';
import { events, textOf, wholeOf } from './testing.ts';

interface Case {
  readonly trap: string;
  readonly text: string;
  readonly date: string | null;
  readonly published?: string;
}

const CASES: readonly Case[] = [
  { trap: 'full day at the start', text: '2021年2月10日，区委书记张明主持召开会议。', date: '2021-02-10' },
  {
    trap: 'full day in the middle of the lead',
    text: '区委常委会2021年2月10日召开会议，研究部署工作。',
    date: '2021-02-10',
  },
  { trap: 'Han numerals', text: '二〇二一年二月十日，县委召开全会。', date: '2021-02-10' },
  { trap: 'Han numerals with 零', text: '二零二一年十二月三十一日，县委召开全会。', date: '2021-12-31' },
  { trap: 'Han numerals with ○', text: '某某县人民政府办公室\n二○○五年八月二十六日', date: '2005-08-26' },
  { trap: '号 for 日', text: '2020年2月12号，市委召开常委会会议。', date: '2020-02-12' },
  {
    trap: 'a session, after a dash',
    text: '2025年某省政府工作报告\n——2025年1月15日在某省第十四届人民代表大会第三次会议上\n省长 李明',
    date: '2025-01-15',
  },
  {
    trap: 'a session, the speaker between day and place',
    text: '政府工作报告\n——2025年1月16日省长 王强在某省第十四届人民代表大会第三次会议上的讲话\n各位代表：',
    date: '2025-01-16',
  },
  {
    trap: 'a session wins over the line of publication',
    text: '政府工作报告\n2026年02月10日 07时41分\n来源：某某日报\n2026年2月3日在某省第十四届人民代表大会第五次会议上\n各位代表：',
    date: '2026-02-03',
  },
  {
    trap: 'a session wins over 时间：',
    text: '2026年政府工作报告\n——2026年1月27日在某省第十四届人民代表大会第四次会议上\n来源：某某日报\n时间：2026-02-06\n',
    date: '2026-01-27',
  },
  {
    trap: 'the session of the same year in the title',
    text: '2024年某市政府工作报告\n2024年1月8日在某市第八届人民代表大会第五次会议上\n',
    date: '2024-01-08',
  },
  {
    trap: 'signature at the end of a notice',
    text: '某市人民政府关于做好防汛工作的通知\n各县人民政府：\n现就有关事项通知如下。\n某市人民政府\n2023年5月9日',
    date: '2023-05-09',
  },
  {
    trap: 'signature in a flattened page',
    text: '关于印发办法的通知各市教育局：现将办法印发给你们。某省教育厅2023年5月9日某省教育办法第一条为规范管理',
    date: '2023-05-09',
  },
  {
    trap: 'entry into force is not the date',
    text: '某省人民政府令〔2015〕第1号公布，自2015年8月1日起施行',
    date: '2015',
  },
  {
    trap: 'promulgation, not entry into force',
    text: '某省节水办法\n（2018年7月21日某省人民政府令〔2018〕第3号公布，自2018年9月1日起施行）',
    date: '2018-07-21',
  },
  {
    trap: 'adoption by a congress',
    text: '某省条例\n（1999年5月28日某省第九届人民代表大会常务委员会第九次会议通过）\n第一条',
    date: '1999-05-28',
  },
  {
    trap: 'bracketed day on a line of its own',
    text: '在某市产业大会上的讲话\n（2024年7月18日）\n同志们：',
    date: '2024-07-18',
  },
  {
    trap: 'a day of publication where nothing else is',
    text: '我市推进绿化\n发布时间：2021-03-12 来源：某某网\n全市绿化工作扎实推进。',
    date: '2021-03-12',
  },
  {
    trap: 'the event before the publication',
    text: '我市召开绿化会议\n发布时间：2021-03-14 来源：某某网\n3月12日，全市绿化工作会议召开。',
    date: '2021-03-12',
  },
  {
    trap: 'publication in January, event in December',
    text: '我市召开总结会\n发布时间：2021-01-04\n12月30日，全市总结会召开。',
    date: '2020-12-30',
  },
  {
    trap: 'publication with slashes',
    text: '我市召开绿化会议\n日期：2021/03/14\n3月12日，会议召开。',
    date: '2021-03-12',
  },
  {
    trap: 'partial day and metadata',
    text: '3月12日，全市绿化工作会议召开。',
    published: '2019-03-13',
    date: '2019-03-12',
  },
  {
    trap: 'partial day and metadata across the year',
    text: '12月31日，全市迎新座谈会召开。',
    published: '2020-01-02',
    date: '2019-12-31',
  },
  {
    trap: 'yesterday and metadata',
    text: '本报讯 记者李明报道：昨日，市委召开常委会会议。',
    published: '2020-03-01',
    date: '2020-02-29',
  },
  {
    trap: 'today and metadata',
    text: '某某日报讯 今天上午，市长主持召开会议。',
    published: '2020-03-01',
    date: '2020-03-01',
  },
  {
    trap: 'the day before yesterday',
    text: '本报讯 前天，市委召开常委会会议。',
    published: '2020-03-01',
    date: '2020-02-28',
  },
  {
    trap: 'recently: the day of publication',
    text: '近日，市委召开常委会会议。',
    published: '2020-03-05',
    date: '2020-03-05',
  },
  { trap: 'yesterday without anything', text: '昨日，市委召开常委会会议，研究部署工作。', date: null },
  { trap: 'no year anywhere', text: '3月12日，全市绿化工作会议召开。', date: null },
  {
    trap: 'last year reported in February',
    text: '2月10日，区委召开会议，听取2020年安全生产工作汇报。',
    date: '2021-02-10',
  },
  {
    trap: 'a yearly work conference conveyed',
    text: '2月10日，区委召开会议，传达学习2021年对台工作会议精神。',
    date: '2021-02-10',
  },
  {
    trap: 'reported and planned agree',
    text: '1月20日，区委召开会议，听取2022年工作情况汇报，审议2023年工作要点。',
    date: '2023-01-20',
  },
  {
    trap: 'planning next year in December',
    text: '12月20日，市政府召开会议，研究2020年工作安排。',
    date: '2019-12-20',
  },
  {
    trap: 'anniversary of the special economic zone',
    text: '2月12日，市委召开会议，要求以优异成绩庆祝深圳经济特区建立40周年。',
    date: '2020-02-12',
  },
  {
    trap: 'anniversary of the party',
    text: '6月28日，县委召开会议，庆祝中国共产党成立100周年。',
    date: '2021-06-28',
  },
  {
    trap: 'anniversary of the republic',
    text: '9月20日，县委召开会议，喜迎新中国成立70周年。',
    date: '2019-09-20',
  },
  {
    trap: 'before the congress, after a slogan',
    text: '9月28日，区政府召开会议，坚持动态清零总方针，为党的二十大胜利召开营造良好环境。',
    date: '2022-09-28',
  },
  {
    trap: 'before the previous congress',
    text: '8月15日，县委召开会议，以实际行动迎接党的十九大胜利召开，落实2017年重点任务。',
    date: '2017-08-15',
  },
  {
    trap: 'a session of the Politburo, term by the congress ahead',
    text: '8月3日，区委召开会议，学习中央政治局第四十一次集体学习精神，以实际行动迎接党的二十大胜利召开。',
    date: '2022-08-03',
  },
  {
    trap: 'a session of the NPC',
    text: '3月20日，市委召开会议，传达学习十三届全国人大四次会议精神。',
    date: '2021-03-20',
  },
  {
    trap: 'the NPC of the pandemic, in May',
    text: '6月2日，市委召开会议，传达学习十三届全国人大三次会议精神。',
    date: '2020-06-02',
  },
  {
    trap: 'the last year of a plan',
    text: '3月2日，市委召开会议强调，今年是“十三五”规划收官之年。',
    date: '2020-03-02',
  },
  {
    trap: 'the first year of a plan',
    text: '3月2日，市委召开会议强调，今年是“十四五”开局之年。',
    date: '2021-03-02',
  },
  {
    trap: 'a campaign of half a year',
    text: '6月10日，县委召开党史学习教育推进会，落实2021年工作要点。',
    date: '2021-06-10',
  },
  {
    trap: 'a conference that was held twice',
    text: '8月6日，区委召开会议，传达中央统战工作会议精神，迎接党的二十大胜利召开。',
    date: '2022-08-06',
  },
  {
    trap: 'a target year is no evidence',
    text: '3月12日，市委召开会议，要求到2035年基本实现现代化。',
    date: null,
  },
  {
    trap: 'an agenda of 2030 is no evidence',
    text: '3月12日，市长出席活动，推动落实2030年可持续发展议程。',
    date: null,
  },
  {
    trap: 'a year in passing is not enough',
    text: '3月12日，市委召开会议。在2016年的调研中，干部提出建议。',
    date: null,
  },
  {
    trap: 'recently, after a cited meeting: the month',
    text: '日前，区政府召开会议，传达学习习近平总书记在7月28日中央政治局会议上的重要讲话精神和第四十一次集体学习精神，迎接党的二十大胜利召开。',
    date: '2022-08',
  },
  {
    trap: 'yesterday, after a cited meeting: the month',
    text: '昨日，市委召开会议，学习在2月26日中央政治局常委会会议上的重要讲话精神，听取2019年工作情况汇报。',
    date: '2020-02',
  },
  {
    trap: 'a cited day is not the day',
    text: '市委召开会议，学习贯彻习近平总书记在7月28日中央政治局会议上的重要讲话精神。',
    published: '2022-08-03',
    date: '2022-08-03',
  },
  {
    trap: 'a cited document is not the day',
    text: '按照《某省条例》（2011年3月1日通过）要求，某市制定本方案。',
    date: null,
  },
  {
    trap: 'a deadline is not the day',
    text: '各单位请于前报送材料，截至2021年6月30日不再受理。',
    date: null,
  },
  { trap: '13月 is no month', text: '13月12日的数据有误，工作继续。', date: null },
  { trap: '2月30日 is no day', text: '2月30日，会议召开，听取2020年工作汇报。', date: null },
  { trap: '3个月 is no month', text: '3个月来，市委召开会议，推进工作。', date: null },
  {
    trap: 'a range gives its first day',
    text: '2021年1月20日至23日，某市第七届人民代表大会第一次会议举行。',
    date: '2021-01-20',
  },
  {
    trap: 'history in a later sentence',
    text: '今天，全市干部走访老区。2008年6月3日，这里曾经召开会议。',
    published: '2021-07-02',
    date: '2021-07-02',
  },
  {
    trap: 'a month of history is no date',
    text: '全国“三北”工程取得成就。1978年11月，国家作出决策。',
    date: null,
  },
  { trap: 'the evening', text: '2020年2月13日晚，市委书记主持召开会议。', date: '2020-02-13' },
  { trap: 'the afternoon with 号', text: '2020年2月13号下午，市长主持召开会议。', date: '2020-02-13' },
  {
    trap: 'the report of a year: only the year',
    text: '2021年某市政府工作报告\n各位代表：\n现在，我代表市人民政府向大会报告工作。',
    date: '2021',
  },
  {
    trap: 'the own number of a document: only the year',
    text: '关于加强管理的意见\n某政发〔2019〕12号\n各县人民政府：',
    date: '2019',
  },
  {
    trap: 'the number of a cited document is no date',
    text: '按照《意见》（国办发〔2019〕12号）要求，做好工作。',
    date: null,
  },
  {
    trap: 'dateline of an agency',
    text: '新华社北京2021年10月1日电（记者李明）国庆招待会举行。',
    date: '2021-10-01',
  },
  {
    trap: 'dateline without year and with metadata',
    text: '新华社北京10月1日电（记者李明）国庆招待会举行。',
    published: '2021-10-01',
    date: '2021-10-01',
  },
  { trap: 'empty text', text: '', date: null },
];

describe('findDate', () => {
  it.each(CASES.map((each) => [each.trap, each] as const))('%s', (_, { text, date, published }) => {
    const read = textOf(text);
    const { finding } = findDate(read, wholeOf(read), { published: published ?? null, events });
    expect(finding?.value ?? null).toBe(date);
    for (const evidence of finding?.evidence ?? []) {
      expect(evidence.start).toBeLessThanOrEqual(evidence.end);
      expect(evidence.end).toBeLessThanOrEqual(text.length);
    }
  });

  it('notes a day whose year nothing supports', () => {
    const read = textOf('3月12日，全市绿化工作会议召开。');
    expect(findDate(read, wholeOf(read), { published: null, events }).notes.map((n) => n.code)).toEqual([
      'no-year',
    ]);
  });

  it('has at least sixty cases, each naming its trap', () => {
    expect(new Set(CASES.map((each) => each.trap)).size).toBe(CASES.length);
    expect(CASES.length).toBeGreaterThanOrEqual(60);
  });
});
