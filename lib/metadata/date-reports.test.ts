import { describe, expect, it } from 'vitest';
import { findDate } from './date.ts';
import { events, textOf, wholeOf } from './testing.ts';

type Case = readonly [trap: string, text: string, date: string | null, published?: string];

/** Written from how reports are worded, before the program had seen them. */
const CASES: readonly Case[] = [
  [
    'the year in the title, the day in the first line',
    '某县召开2022年巩固脱贫成果工作会议\n3月4日，县委书记主持召开会议，部署全县工作。',
    '2022-03-04',
  ],
  [
    'a local congress is counted by terms of its own: no year',
    '1月8日，某市第十五届人民代表大会第四次会议开幕。',
    null,
  ],
  [
    'the two sessions named by their year',
    '3月14日，市委常委会召开会议，传达学习2023年全国两会精神。',
    '2023-03-14',
  ],
  ['the two sessions without a year', '3月14日，市委常委会召开会议，传达学习全国两会精神。', null],
  [
    'the December conference of the centre, by its year',
    '12月20日，市委召开会议，传达学习2023年中央经济工作会议精神。',
    '2023-12-20',
  ],
  [
    'the year in the last line, which is the day of signing',
    '10月8日，某区召开推进会。会议强调抓好落实。\n2019年10月9日',
    '2019-10-08',
  ],
  [
    'signed in the new year',
    '12月30日，市长主持召开常务会议。\n某市人民政府办公厅 2022年1月4日',
    '2021-12-30',
  ],
  ['yesterday, from the dateline', '某某日报2020年5月13日讯 昨日，某市召开会议。', '2020-05-12'],
  [
    'the day before, behind the name of a reporter',
    '某某日报2020年3月1日讯（记者 李明）前天，某市召开会议。',
    '2020-02-28',
  ],
  ['a yesterday in another sentence', '某某日报2020年5月13日讯 某市召开会议。昨日，雨停了。', '2020-05-13'],
  ['a day behind the occasion', '庆祝深圳经济特区建立40周年之际，8月20日，某区召开会议。', '2020-08-20'],
  [
    'the year in the last line, which says who published',
    '7月15日，某市公安局召开会议，部署工作。\n某市公安局2022年7月16日发布',
    '2022-07-15',
  ],
  ['signed half a year later: another matter', '3月8日，某区召开推进会。\n2019年10月9日', null],
  ['a weekday in brackets', '2023年5月6日（星期六）上午，县委书记调研重点项目。', '2023-05-06'],
  [
    'the count up to a day is not the day',
    '截至2022年3月15日24时，全市累计报告病例12例。3月16日，市指挥部召开会议，研究部署工作。',
    '2022-03-16',
  ],
  ['anniversary: the party, 95 years', '6月29日，市委召开庆祝中国共产党成立95周年大会。', '2016-06-29'],
  [
    'anniversary: the army, 90 years',
    '7月28日，市委议军会议召开，庆祝中国人民解放军建军90周年。',
    '2017-07-28',
  ],
  ['anniversary: reform and opening', '12月18日，省委召开庆祝改革开放40周年座谈会。', '2018-12-18'],
  ['anniversary: the return of Hong Kong', '7月1日，庆祝香港回归祖国25周年座谈会举行。', '2022-07-01'],
  [
    'anniversary: the victory, in full',
    '9月1日，市委召开会议，部署纪念中国人民抗日战争暨世界反法西斯战争胜利80周年活动。',
    '2025-09-01',
  ],
  [
    'anniversary: the Long March ended in 1936',
    '10月20日，县委召开纪念红军长征胜利80周年座谈会。',
    '2016-10-20',
  ],
  [
    'anniversary: an autonomous region',
    '7月20日，自治区党委召开会议，研究内蒙古自治区成立70周年庆祝活动筹备工作。',
    '2017-07-20',
  ],
  ['an anniversary that no table knows', '8月20日，某中学举行建校60周年庆祝大会。', null],
  ['a plenum of a city committee: no year', '7月30日，中共某市委十二届七次全会召开。', null],
  [
    'the Winter Games ahead',
    '1月25日，市委召开会议，部署北京冬奥会、冬残奥会期间安全稳定工作。',
    '2022-01-25',
  ],
  [
    'a plenum of the discipline commission',
    '1月28日，县纪委召开会议，传达学习十九届中央纪委五次全会精神。',
    '2021-01-28',
  ],
  ['a range over two months', '2023年1月30日至2月1日，某省政协十三届一次会议召开。', '2023-01-30'],
  ['an hour behind the day', '2021年7月20日8时，市气象台发布暴雨红色预警，市领导到岗指挥。', '2021-07-20'],
  [
    'the dateline of a paper a day later',
    '本报郑州2021年3月5日讯（记者李明）3月4日，省政府召开常务会议，研究部署工作。',
    '2021-03-04',
  ],
  [
    'the year that is assessed, and the signature a year later',
    '关于2020年度考核结果的通报\n各单位：\n现将考核结果通报如下。\n某市人民政府办公室\n2021年3月18日',
    '2021-03-18',
  ],
  [
    'yesterday across the year',
    '本报讯（记者 李明）昨日上午，市委召开常委会会议。',
    '2019-12-31',
    '2020-01-01',
  ],
  ['last Friday, told on Monday', '本报讯 上周五，市政府召开常务会议。', '2024-05-10', '2024-05-13'],
  ['a day without its month', '12日上午，市委召开常委会会议，研究部署工作。', '2023-06-12', '2023-06-13'],
  ['a day without its month, of the month before', '31日，市政府召开常务会议。', '2023-05-31', '2023-06-01'],
  [
    'history opens the text, the report follows',
    '1935年1月15日，遵义会议召开。今天，当地干部群众重温这段历史。',
    '2025-01-15',
    '2025-01-15',
  ],
  ['a day to come, announced', '某市人大常委会第十五次会议4月27日至30日举行。', '2025-04-18', '2025-04-18'],
  [
    'the first year of carrying out a congress',
    '2月8日，市委召开会议强调，今年是全面贯彻落实党的二十大精神的开局之年。',
    '2023-02-08',
  ],
  [
    'the first name of an epidemic, in use for weeks only',
    '1月26日，市委召开会议，部署新型冠状病毒感染的肺炎疫情防控工作。',
    '2020-01-26',
  ],
  [
    'a study session of a named term',
    '6月5日，市委理论学习中心组学习十九届中央政治局第二十次集体学习精神。',
    '2020-06-05',
  ],
  [
    'last year’s result told in January',
    '1月30日，全市经济工作会议召开。2022年，全市实现生产总值1200亿元，同比增长5%。',
    '2023-01-30',
  ],
  ['the half-year behind', '7月20日，市政府召开会议，分析2023年上半年经济形势。', '2023-07-20'],
  ['the first quarter behind', '4月22日，县政府召开2024年第一季度经济运行分析会。', '2024-04-22'],
  [
    'an executive meeting counted within its year',
    '3月9日，市长主持召开市政府2021年第5次常务会议。',
    '2021-03-09',
  ],
];

/** Known weak points, each with the way it is to come out. */
const WEAK_POINTS: readonly Case[] = [
  [
    'the mass line, under way in two Septembers',
    '9月6日，县委召开会议，深入开展党的群众路线教育实践活动。',
    null,
  ],
  [
    'the mass line, a spring that only its second year has',
    '5月6日，县委召开群众路线教育实践活动推进会。',
    '2014-05-06',
  ],
  ['three stricts, under way', '9月6日，县委召开“三严三实”专题教育座谈会。', '2015-09-06'],
  ['two studies and one action: two summers', '6月6日，县委召开会议，扎实开展“两学一做”学习教育。', null],
  [
    'the campaign of 2019, by its name',
    '9月12日，市委召开“不忘初心、牢记使命”主题教育动员部署会。',
    '2019-09-12',
  ],
  [
    'the campaign of 2023, by its name',
    '5月12日，市委召开会议，推进学习贯彻习近平新时代中国特色社会主义思想主题教育。',
    '2023-05-12',
  ],
  ['主题教育 alone: 2019 and 2023 had one in October', '10月12日，市委召开主题教育推进会。', null],
  ['主题教育 alone, in a month that only one had', '4月12日，市委召开主题教育动员部署会。', '2023-04-12'],
  [
    '主题教育 alone, after a congress',
    '10月12日，市委召开主题教育推进会，要求贯彻落实党的二十大精神。',
    '2023-10-12',
  ],
  ['party history, under way', '6月10日，县委召开会议，扎实开展党史学习教育。', '2021-06-10'],
  ['discipline, under way', '5月10日，县委召开会议，部署党纪学习教育。', '2024-05-10'],
  ['eight rules, under way', '4月10日，县委召开会议，开展深入贯彻中央八项规定精神学习教育。', '2025-04-10'],
  ['a campaign that became routine', '6月10日，县委召开会议，推进党史学习教育常态化长效化。', null],
  [
    'a congress plainly studied, weeks after it',
    '11月2日，市委召开会议，学习贯彻党的二十大精神。',
    '2022-11-02',
  ],
  [
    'a congress studied in depth: a formula of years',
    '11月2日，市委召开会议，深入学习贯彻党的二十大精神。',
    null,
  ],
  ['a fair that is counted', '10月30日，市委召开会议，部署第七届进博会服务保障工作。', '2024-10-30'],
  [
    'an autonomous region without its name',
    '8月1日，自治区党委召开会议，筹备庆祝自治区成立70周年活动。',
    null,
  ],
  ['another country’s founding', '4月15日，市委书记会见代表团，祝贺该国建国80周年。', null],
  ['today in brackets', '某市统计局今天（10月18日）发布2021年前三季度经济运行情况。', '2021-10-18'],
  ['a death, by the minute', '某同志因病于2021年8月28日20时57分在某市逝世，享年92岁。', null],
];

/** A second round, written when the first had been put right, again before the program saw them. */
const SECOND: readonly Case[] = [
  [
    'a day of the lunar year beside it',
    '2月5日，正月初八，市委召开全市作风能力提升年动员大会，部署2025年重点任务。',
    '2025-02-05',
  ],
  [
    'last year summed up and next year planned',
    '12月26日，市委经济工作会议召开。会议总结2023年经济工作，部署2024年经济工作。',
    '2023-12-26',
  ],
  ['the latest plenum', '10月28日，市委常委会召开会议，传达学习党的二十届四中全会精神。', '2025-10-28'],
  [
    'an anniversary inside the name of a speech',
    '7月3日上午，区委理论学习中心组专题学习习近平总书记在庆祝中国共产党成立100周年大会上的重要讲话精神。',
    '2021-07-03',
  ],
  [
    'a quarter of a year that has just begun',
    '4月8日，我市举行2022年第二季度重大项目集中开工仪式。',
    '2022-04-08',
  ],
  [
    'the two sessions as a season',
    '3月2日，市政府召开全市安全生产电视电话会议，部署全国“两会”期间安保维稳工作。',
    null,
  ],
  ['a meeting named by its year', '6月20日，县防汛抗旱指挥部召开2020年防汛工作会议。', '2020-06-20'],
  ['a yearly day that is counted', '9月10日，我市召开庆祝第39个教师节大会。', '2023-09-10'],
  ['another yearly day', '12月4日，我市开展第8个国家宪法日宣传活动。', '2021-12-04'],
  ['a yearly day counted in words', '9月23日，我县举行第六个中国农民丰收节庆祝活动。', '2023-09-23'],
  ['a yearly day that is not counted', '4月23日，全市世界读书日活动启动。', null],
  ['a local political conference', '1月12日，政协第十届某市委员会第三次会议开幕。', null],
  [
    'months of a year told in its last',
    '2020年1月至11月，全市完成投资一百亿元。12月8日，市发改局召开项目调度会。',
    '2020-12-08',
  ],
  [
    'minutes of a meeting',
    '会议时间：2021年3月5日下午\n会议地点：市政府常务会议室\n主持人：李明',
    '2021-03-05',
  ],
  [
    'minutes with their number',
    '某政阅〔2021〕15号\n市政府常务会议纪要\n2021年6月18日上午，市长李明主持召开市政府常务会议。',
    '2021-06-18',
  ],
  [
    'a half-year in the name of a report',
    '8月30日，市人大常委会召开会议，听取关于2021年上半年计划执行情况的报告。',
    '2021-08-30',
  ],
  [
    'an order in force later',
    '某市人民政府令第5号\n《某市物业管理办法》已经2022年7月1日市政府常务会议审议通过，现予公布，自2022年9月1日起施行。\n市长　李明\n2022年7月20日',
    '2022-07-20',
  ],
  ['a day and the next', '5月6日至7日，省委书记到我市调研。本报讯5月8日消息。', '2023-05-06', '2023-05-08'],
  ['the evening before', '昨晚，市防指召开紧急会议。', '2023-08-01', '2023-08-02'],
  ['this morning', '某某日报讯 今晨，首趟列车开出。', '2023-08-02', '2023-08-02'],
];

it.each(SECOND.map((each) => [each[0], each] as const))(
  'second round: %s',
  (_, [, text, date, published]) => {
    const read = textOf(text);
    const { finding } = findDate(read, wholeOf(read), { published: published ?? null, events });
    expect(finding?.value ?? null).toBe(date);
  },
);

it.each(WEAK_POINTS.map((each) => [each[0], each] as const))('weak point: %s', (_, [, text, date]) => {
  const read = textOf(text);
  expect(findDate(read, wholeOf(read), { published: null, events }).finding?.value ?? null).toBe(date);
});

describe('findDate on reports', () => {
  it.each(CASES.map((each) => [each[0], each] as const))('%s', (_, [, text, date, published]) => {
    const read = textOf(text);
    const { finding } = findDate(read, wholeOf(read), { published: published ?? null, events });
    expect(finding?.value ?? null).toBe(date);
  });
});
