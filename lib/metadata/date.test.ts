import { describe, expect, it } from 'vitest';
import { findDate } from './date.ts';
import { events, textOf, wholeOf } from './testing.ts';

type Case = readonly [trap: string, text: string, date: string | null, published?: string];

const CASES: readonly Case[] = [
  ['full day at the start', '2021年2月10日，区委书记张明主持召开会议。', '2021-02-10'],
  ['full day in the middle of the lead', '区委常委会2021年2月10日召开会议，研究部署工作。', '2021-02-10'],
  ['Han numerals', '二〇二一年二月十日，县委召开全会。', '2021-02-10'],
  ['Han numerals with 零', '二零二一年十二月三十一日，县委召开全会。', '2021-12-31'],
  ['Han numerals with ○', '某某县人民政府办公室\n二○○五年八月二十六日', '2005-08-26'],
  ['号 for 日', '2020年2月12号，市委召开常委会会议。', '2020-02-12'],
  [
    'a session, after a dash',
    '2025年某省政府工作报告\n——2025年1月15日在某省第十四届人民代表大会第三次会议上\n省长 李明',
    '2025-01-15',
  ],
  [
    'a session, the speaker between day and place',
    '政府工作报告\n——2025年1月16日省长 王强在某省第十四届人民代表大会第三次会议上的讲话\n各位代表：',
    '2025-01-16',
  ],
  [
    'a session wins over the line of publication',
    '政府工作报告\n2026年02月10日 07时41分\n来源：某某日报\n2026年2月3日在某省第十四届人民代表大会第五次会议上\n各位代表：',
    '2026-02-03',
  ],
  [
    'a session wins over 时间：',
    '2026年政府工作报告\n——2026年1月27日在某省第十四届人民代表大会第四次会议上\n来源：某某日报\n时间：2026-02-06\n',
    '2026-01-27',
  ],
  [
    'the session of the same year in the title',
    '2024年某市政府工作报告\n2024年1月8日在某市第八届人民代表大会第五次会议上\n',
    '2024-01-08',
  ],
  [
    'signature at the end of a notice',
    '某市人民政府关于做好防汛工作的通知\n各县人民政府：\n现就有关事项通知如下。\n某市人民政府\n2023年5月9日',
    '2023-05-09',
  ],
  [
    'signature in a flattened page',
    '关于印发办法的通知各市教育局：现将办法印发给你们。某省教育厅2023年5月9日某省教育办法第一条为规范管理',
    '2023-05-09',
  ],
  ['entry into force is not the date', '某省人民政府令〔2015〕第1号公布，自2015年8月1日起施行', '2015'],
  [
    'promulgation, not entry into force',
    '某省节水办法\n（2018年7月21日某省人民政府令〔2018〕第3号公布，自2018年9月1日起施行）',
    '2018-07-21',
  ],
  [
    'adoption by a congress',
    '某省条例\n（1999年5月28日某省第九届人民代表大会常务委员会第九次会议通过）\n第一条',
    '1999-05-28',
  ],
  ['bracketed day on a line of its own', '在某市产业大会上的讲话\n（2024年7月18日）\n同志们：', '2024-07-18'],
  [
    'a day of publication where nothing else is',
    '我市推进绿化\n发布时间：2021-03-12 来源：某某网\n全市绿化工作扎实推进。',
    '2021-03-12',
  ],
  [
    'the event before the publication',
    '我市召开绿化会议\n发布时间：2021-03-14 来源：某某网\n3月12日，全市绿化工作会议召开。',
    '2021-03-12',
  ],
  [
    'publication in January, event in December',
    '我市召开总结会\n发布时间：2021-01-04\n12月30日，全市总结会召开。',
    '2020-12-30',
  ],
  ['publication with slashes', '我市召开绿化会议\n日期：2021/03/14\n3月12日，会议召开。', '2021-03-12'],
  ['partial day and metadata', '3月12日，全市绿化工作会议召开。', '2019-03-12', '2019-03-13'],
  ['partial day and metadata across the year', '12月31日，全市迎新座谈会召开。', '2019-12-31', '2020-01-02'],
  ['yesterday and metadata', '本报讯 记者李明报道：昨日，市委召开常委会会议。', '2020-02-29', '2020-03-01'],
  ['today and metadata', '某某日报讯 今天上午，市长主持召开会议。', '2020-03-01', '2020-03-01'],
  ['the day before yesterday', '本报讯 前天，市委召开常委会会议。', '2020-02-28', '2020-03-01'],
  ['recently: the day of publication', '近日，市委召开常委会会议。', '2020-03-05', '2020-03-05'],
  ['yesterday without anything', '昨日，市委召开常委会会议，研究部署工作。', null],
  ['no year anywhere', '3月12日，全市绿化工作会议召开。', null],
  ['last year reported in February', '2月10日，区委召开会议，听取2020年安全生产工作汇报。', '2021-02-10'],
  [
    'a yearly work conference conveyed',
    '2月10日，区委召开会议，传达学习2021年对台工作会议精神。',
    '2021-02-10',
  ],
  [
    'reported and planned agree',
    '1月20日，区委召开会议，听取2022年工作情况汇报，审议2023年工作要点。',
    '2023-01-20',
  ],
  [
    'plans of a year, in November: this one or the next',
    '11月6日，县长主持召开会议，研究2019年重点项目。',
    null,
  ],
  ['arrangements of a year, in December', '12月20日，市政府召开会议，研究2020年工作安排。', null],
  [
    'plans in November beside a year named in passing',
    '11月6日，县长主持召开会议，研究2019年重点项目，回顾2018年的调研。',
    null,
  ],
  [
    'next year thought out in December',
    '12月20日，市政府召开会议，听取2019年工作总结，研究2020年工作安排。',
    '2019-12-20',
  ],
  ['next year, called so', '12月20日，市政府召开会议，谋划2020年工作。', '2019-12-20'],
  ['the traffic of the spring festival', '12月28日，市政府召开会议，部署2021年春运工作。', '2020-12-28'],
  ['this year, called so', '11月3日，县委召开会议指出，今年是2022年，任务艰巨。', '2022-11-03'],
  ['a year of effort', '3月3日，县委召开会议指出，2020年是全面建成小康社会收官之年。', '2020-03-03'],
  [
    'a year of effort in December: spoken of ahead or behind',
    '12月23日，县委召开会议指出，2020年是全面建成小康社会收官之年。',
    null,
  ],
  [
    'a year of effort against another',
    '3月3日，县委召开会议指出，2020年是脱贫收官之年，2021年是规划开局之年。',
    null,
  ],
  [
    'a plenum studied, days after it',
    '11月15日，县委召开会议，学习贯彻党的十九届六中全会精神。',
    '2021-11-15',
  ],
  ['a plenum conveyed', '7月22日，市委召开会议，传达学习党的二十届三中全会精神。', '2024-07-22'],
  [
    'a plenum studied after the turn of the year',
    '1月10日，县委召开会议，学习贯彻党的十九届六中全会精神。',
    '2022-01-10',
  ],
  ['a day before the plenum: not its year', '10月20日，县委召开会议，学习贯彻党的十九届六中全会精神。', null],
  [
    'a plenum carried out: a formula of years',
    '11月15日，县委召开会议，要求全面贯彻落实党的十九届六中全会精神。',
    null,
  ],
  ['a congress studied', '11月2日，市委召开会议，学习党的二十大精神。', '2022-11-02'],
  [
    'a congress carried out: a formula of years',
    '11月2日，市委召开会议，要求深入贯彻落实党的二十大精神。',
    null,
  ],
  ['a congress studied and made known', '11月2日，市委召开会议，学习宣传贯彻党的二十大精神。', '2022-11-02'],
  [
    'closed with triumph, told in a later sentence',
    '大会选举产生了领导。大会于2019年1月25日圆满完成各项议程，胜利闭幕。',
    '2019-01-25',
  ],
  ['a congress studied half a year later', '4月2日，市委召开会议，学习党的二十大精神。', null],
  ['a campaign that is organized', '6月10日，县委召开党史学习教育推进会。', '2021-06-10'],
  ['a campaign that is remembered', '6月10日，县委召开会议，巩固党史学习教育成果。', null],
  [
    'closed with triumph',
    '某县第九届人民代表大会第三次会议于2019年1月25日胜利闭幕。会议选举产生了领导。',
    '2019-01-25',
  ],
  [
    'anniversary of the special economic zone',
    '2月12日，市委召开会议，要求以优异成绩庆祝深圳经济特区建立40周年。',
    '2020-02-12',
  ],
  ['anniversary of the party', '6月28日，县委召开会议，庆祝中国共产党成立100周年。', '2021-06-28'],
  ['anniversary of the republic', '9月20日，县委召开会议，喜迎新中国成立70周年。', '2019-09-20'],
  [
    'before the congress, after a slogan',
    '9月28日，区政府召开会议，坚持动态清零总方针，为党的二十大胜利召开营造良好环境。',
    '2022-09-28',
  ],
  [
    'before the previous congress',
    '8月15日，县委召开会议，以实际行动迎接党的十九大胜利召开，落实2017年重点任务。',
    '2017-08-15',
  ],
  [
    'a session of the Politburo, term by the congress ahead',
    '8月3日，区委召开会议，学习中央政治局第四十一次集体学习精神，以实际行动迎接党的二十大胜利召开。',
    '2022-08-03',
  ],
  ['a session of the NPC', '3月20日，市委召开会议，传达学习十三届全国人大四次会议精神。', '2021-03-20'],
  [
    'the NPC of the pandemic, in May',
    '6月2日，市委召开会议，传达学习十三届全国人大三次会议精神。',
    '2020-06-02',
  ],
  ['the last year of a plan', '3月2日，市委召开会议强调，今年是“十三五”规划收官之年。', '2020-03-02'],
  ['the first year of a plan', '3月2日，市委召开会议强调，今年是“十四五”开局之年。', '2021-03-02'],
  ['a campaign of half a year', '6月10日，县委召开党史学习教育推进会，落实2021年工作要点。', '2021-06-10'],
  [
    'a conference that was held twice',
    '8月6日，区委召开会议，传达中央统战工作会议精神，迎接党的二十大胜利召开。',
    '2022-08-06',
  ],
  ['a target year is no evidence', '3月12日，市委召开会议，要求到2035年基本实现现代化。', null],
  ['an agenda of 2030 is no evidence', '3月12日，市长出席活动，推动落实2030年可持续发展议程。', null],
  ['a year in passing is not enough', '3月12日，市委召开会议。在2016年的调研中，干部提出建议。', null],
  [
    'recently, after a cited meeting: the month',
    '日前，区政府召开会议，传达学习习近平总书记在7月28日中央政治局会议上的重要讲话精神和第四十一次集体学习精神，迎接党的二十大胜利召开。',
    '2022-08',
  ],
  [
    'yesterday, after a cited meeting: the month',
    '昨日，市委召开会议，学习在2月26日中央政治局常委会会议上的重要讲话精神，听取2019年工作情况汇报。',
    '2020-02',
  ],
  [
    'a cited day is not the day',
    '市委召开会议，学习贯彻习近平总书记在7月28日中央政治局会议上的重要讲话精神。',
    '2022-08-03',
    '2022-08-03',
  ],
  ['a cited document is not the day', '按照《某省条例》（2011年3月1日通过）要求，某市制定本方案。', null],
  ['a deadline is not the day', '各单位请于前报送材料，截至2021年6月30日不再受理。', null],
  ['13月 is no month', '13月12日的数据有误，工作继续。', null],
  ['2月30日 is no day', '2月30日，会议召开，听取2020年工作汇报。', null],
  ['3个月 is no month', '3个月来，市委召开会议，推进工作。', null],
  [
    'a range gives its first day',
    '2021年1月20日至23日，某市第七届人民代表大会第一次会议举行。',
    '2021-01-20',
  ],
  [
    'history in a later sentence',
    '今天，全市干部走访老区。2008年6月3日，这里曾经召开会议。',
    '2021-07-02',
    '2021-07-02',
  ],
  ['a month of history is no date', '全国“三北”工程取得成就。1978年11月，国家作出决策。', null],
  ['the evening', '2020年2月13日晚，市委书记主持召开会议。', '2020-02-13'],
  ['the afternoon with 号', '2020年2月13号下午，市长主持召开会议。', '2020-02-13'],
  [
    'the report of a year: only the year',
    '2021年某市政府工作报告\n各位代表：\n现在，我代表市人民政府向大会报告工作。',
    '2021',
  ],
  [
    'the own number of a document: only the year',
    '关于加强管理的意见\n某政发〔2019〕12号\n各县人民政府：',
    '2019',
  ],
  ['the number of a cited document is no date', '按照《意见》（国办发〔2019〕12号）要求，做好工作。', null],
  ['dateline of an agency', '新华社北京2021年10月1日电（记者李明）国庆招待会举行。', '2021-10-01'],
  [
    'dateline without year and with metadata',
    '新华社北京10月1日电（记者李明）国庆招待会举行。',
    '2021-10-01',
    '2021-10-01',
  ],
  ['empty text', '', null],
];

describe('findDate', () => {
  it.each(CASES.map((each) => [each[0], each] as const))('%s', (_, [, text, date, published]) => {
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
    expect(new Set(CASES.map(([trap]) => trap)).size).toBe(CASES.length);
    expect(CASES.length).toBeGreaterThanOrEqual(60);
  });
});
