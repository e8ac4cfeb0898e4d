import { describe, expect, it } from 'vitest';
import { findPlace } from './place.ts';
import { gazetteer, textOf, wholeOf } from './testing.ts';

/** trap, text, code (null: nothing supports a place), month in which the text was written */
type Case = readonly [trap: string, text: string, code: string | null, date?: string];

const OFFICES: readonly Case[] = [
  ['a city committee with its name', '深圳市委书记主持召开市委常委会会议。', '440300'],
  ['a district head with its name', '龙岗区区长主持召开区政府常务会议。', '440307'],
  ['a province government with its name', '某月，浙江省人民政府召开常务会议。', '330000'],
  ['short name and office', '佛山市委常委会召开会议。', '440600'],
  ['province and city written together', '广东省深圳市龙岗区委召开会议，研究部署工作。', '440307'],
  ['a county after its city', '河北省石家庄市正定县人民政府召开会议。', '130123'],
  ['homonym, its city before it', '江苏省南京市鼓楼区人民政府召开会议。', '320106'],
  ['the same homonym elsewhere', '福建省福州市鼓楼区人民政府召开会议。', '350102'],
  [
    'homonym and the city in another sentence',
    '鼓楼区委召开会议。会议强调，要落实徐州市委部署，为徐州市发展作贡献。',
    '320302',
  ],
  ['homonym without context', '鼓楼区委召开会议，研究部署工作。', null],
  ['朝阳 the district', '北京市朝阳区委召开会议。', '110105'],
  ['朝阳 the city', '辽宁省朝阳市委召开会议。', '211300'],
  ['宝山 of Shanghai', '上海市宝山区人民政府召开会议。', '310113'],
  ['宝山 of Shuangyashan', '黑龙江省双鸭山市宝山区人民政府召开会议。', '230506'],
  ['南山 of Shenzhen', '深圳市南山区人民政府召开会议。', '440305'],
  ['南山 of Hegang', '黑龙江省鹤岗市南山区人民政府召开会议。', '230404'],
  ['an autonomous region', '内蒙古自治区党委召开常委会会议。', '150000'],
  ['an autonomous prefecture, in short', '恩施州委召开常委会会议，研究恩施州工作。', '422800'],
  ['an autonomous county', '河北省丰宁满族自治县人民政府召开会议。', '130826'],
  ['a municipality', '重庆市委召开常委会会议，研究部署工作。', '500000'],
  ['a county-level city', '昆山市委召开常委会会议，研究部署工作。', '320583'],
  ['a banner', '准格尔旗人民政府召开常务会议。', '150622'],
  ['the new area without its own prefecture', '雄安新区管委会召开会议，推动雄安新区建设。', '133100'],
  ['a corps city', '石河子市委召开会议，研究石河子市工作。', '659001'],
  ['a people’s congress', '泉州市人大常委会召开会议。', '350500'],
  ['a political conference', '泉州市政协召开常委会会议。', '350500'],
  ['the province, not the region of the same sound', '陕西省人民政府召开常务会议。', '610000'],
  ['…and its neighbour', '山西省人民政府召开常务会议。', '140000'],
];

const ACTORS: readonly Case[] = [
  [
    '我区, the district named once as a task',
    '我区召开安全生产会议。会议要求，把丰泽放到全市发展的大格局中来谋划。',
    '350503',
  ],
  [
    '区委, the district named several times',
    '2月10日，区委书记主持召开会议。扎实推动龙岗高质量发展，发挥龙岗特色优势。',
    '440307',
  ],
  [
    '我市, the city named as a task',
    '2月12日，市委召开会议，研究我市意见。要为全国大局作出深圳贡献。',
    '440300',
  ],
  [
    '市委 and only a province visited',
    '2月12日，市委召开会议，学习总书记在贵州考察时的讲话，推动佛山爭先。推动佛山发展。',
    '440600',
  ],
  ['我区 and only a province visited', '日前，区政府召开会议，学习总书记在辽宁考察时的讲话。', null],
  ['市委 and only aid', '市委召开会议，做好赴湖北支援医护人员保障，支援武汉医疗队。', null],
  ['我市 and the newspaper', '佛山日报讯 昨日，市委召开常委会会议，研究我市工作。', '440600'],
  [
    '市委, a newspaper and its rivals',
    '佛山日报讯 昨日，市委召开会议，抢抓深圳先行示范区建设和广州、深圳双城联动机遇。',
    '440600',
  ],
  [
    'returning to a city, in one character',
    '9月28日，区政府召开会议，外来及返盘人员一律落地即检。',
    '211100',
  ],
  ['returning to Shenzhen, in one character', '2月12日，市委召开会议，应对返深人流高峰。', '440300'],
  ['a local program', '市政府召开会议，大力推广使用“E盘锦”小程序。市委要求落实。', '211100'],
  ['a district named in a dateline', '9月28日，兴隆台区疫情防控工作会议召开。区委副书记主持会议。', '211103'],
  [
    '我县 and the county as a task',
    '县委召开会议，研究我县工作，奋力谱写正定高质量发展新篇章，推动正定县建设。',
    '130123',
  ],
  [
    '我区 in an autonomous region',
    '自治区人民政府召开常务会议，推动我区发展。建设美丽新宁夏，推动宁夏高质量发展。',
    '640000',
  ],
  [
    '省委 and the province as a task',
    '省委召开常委会会议，奋力谱写现代化河北新篇章，推动河北高质量发展。',
    '130000',
  ],
  ['省委 and cities of the province', '省委召开常委会会议，支持石家庄市、保定市、唐山市发展。', '130000'],
  ['省委 alone', '省委召开常委会会议，研究部署工作。', null],
  ['我区 and its streets', '我区召开会议，坂田街道、吉华街道、园山街道作汇报，研究部署工作。', '440307'],
  [
    '我区, its city’s newspaper and its streets',
    '深圳特区报讯 昨日，区委召开会议，坂田街道作汇报。',
    '440300',
  ],
  ['市委 alone', '2月12日，市委召开会议，研究部署工作。', null],
];

const NEGATIVE: readonly Case[] = [
  ['a visit is not the place', '中共中央总书记习近平近日在贵州考察时强调，要高质量发展。', '100000'],
  ['a visit by a premier', '国务院总理李克强在四川考察时强调，要做好工作。', '100000'],
  ['arrival of a leader', '国家主席习近平抵达海南，出席论坛年会开幕式。', '100000'],
  [
    'an epidemic is not the place',
    '市委召开会议，打好武汉保卫战，为佛山大局作贡献，推动佛山发展。',
    '440600',
  ],
  ['a university is not the place', '区政府召开会议，与北京大学合作。推动龙岗发展，发挥龙岗优势。', '440307'],
  ['a clock is not the place', '北京时间10点，市委召开会议，推动佛山发展，建设佛山。', '440600'],
  [
    'an organisation is not the place',
    '市委召开会议，学习上海合作组织峰会精神，推动佛山发展，建设佛山。',
    '440600',
  ],
  ['a spirit is not the place', '县委召开会议，弘扬延安精神，推动正定县建设，谱写正定篇章。', '130123'],
  ['a road is not the place', '市委召开会议，整治南京路秩序，推动佛山发展，建设佛山。', '440600'],
  ['an everyday word is not the place', '会议强调，要维护和平、团结、安定的局面。', null],
  ['富裕 is a county and a word', '会议强调，扎实推进共同富裕，建设富裕社会。', null],
  [
    '兴城市 across two words',
    '区政府召开会议，实施“强产业、兴城市”双轮驱动，把丰泽放到全省大格局中。',
    '350503',
  ],
  ['aid to another province', '市委召开会议，对口支援新疆、对口帮扶贵州，推动佛山发展，建设佛山。', '440600'],
  ['a delegation from elsewhere', '市委召开会议，会见来自江苏代表团，推动佛山发展，建设佛山。', '440600'],
];

const DOCUMENTS: readonly Case[] = [
  ['the State Council', '国务院办公厅关于促进开发区发展的若干意见\n各省、自治区、直辖市人民政府：', '100000'],
  ['a ministry', '财政部关于印发管理办法的通知\n各省、自治区、直辖市财政厅（局）：', '100000'],
  ['a ministry in its short form', '科技部关于印发规划的通知\n各有关单位：', '100000'],
  [
    'a law',
    '中华人民共和国密码法\n（2019年10月26日第十三届全国人民代表大会常务委员会第十四次会议通过）',
    '100000',
  ],
  [
    'a province that follows the State Council',
    '河北省人民政府关于贯彻落实国务院稳经济政策的通知\n各市人民政府：',
    '130000',
  ],
  [
    'a department of a province',
    '河北省教育厅关于做好招生工作的通知\n各市（含定州、辛集市）教育局，雄安新区公共服务局：',
    '130000',
  ],
  ['addressees are not the place', '浙江省教育厅关于做好招生工作的通知\n杭州市、宁波市教育局：', '330000'],
  [
    'a notice on one county by its province',
    '河北省人民政府办公厅关于公布《正定城墙保护规划》的通知\n石家庄市人民政府：',
    '130000',
  ],
  [
    'forwarding a ministry’s document',
    '河北省教育厅关于转发教育部办公厅《高等学校命名暂行办法》的通知',
    '130000',
  ],
  [
    'the number of the document',
    '关于加强管理的通知\n冀政办发〔2019〕5号\n各市人民政府：现将办法印发给你们。',
    '130000',
  ],
  [
    'the number of a Guangdong document',
    '关于加强管理的意见\n粤府〔2021〕12号\n各地级以上市人民政府：',
    '440000',
  ],
  ['the number of a Shenzhen document', '关于加强管理的意见\n深府〔2021〕12号\n各区人民政府：', '440300'],
  [
    'the number of a cited document',
    '浙江省某办法\n根据《国务院意见》（国办发〔2019〕12号）精神，结合浙江省实际，制定本办法。',
    '330000',
  ],
  ['a law applied by a province', '河北省实施《中华人民共和国义务教育法》办法\n第一条', '130000'],
  [
    'a tax office under dual rule',
    '河北省人力资源和社会保障厅国家税务总局河北省税务局关于缓缴事项的通知\n',
    '130000',
  ],
  ['a city’s notice', '石家庄市人民政府关于加强防汛工作的通知\n各县（市、区）人民政府：', '130100'],
  ['a party committee of a province', '中共河北省委 河北省人民政府关于加快科技创新的决定\n', '130000'],
];

const NEWS: readonly Case[] = [
  ['a central meeting', '央视网消息（新闻联播）：中共中央政治局9月11日召开会议，审议方案。', '100000'],
  ['a ministry in the news', '央视网消息（新闻联播）：教育部今天召开会议，部署招生工作。', '100000'],
  [
    'a province in the title',
    '浙江：推进数字化改革\n央视网消息（新闻联播）：浙江省加快推进数字化改革，浙江各级部门积极行动。',
    '330000',
  ],
  ['an agency at its seat', '新华社北京10月1日电（记者李明）国庆招待会举行。', '100000'],
  ['an agency at its seat, news of the city', '新华社北京10月1日电 北京地铁新线开通。', '110000'],
  [
    'a city meets to hear of a speech in the province',
    '7月22日下午，滁州市召开干部大会，传达安徽省委书记讲话精神。',
    '341100',
  ],
  [
    'a district studies what was said elsewhere',
    '3月6日，丰泽区召开会议，学习贯彻习近平总书记在江苏考察时的讲话精神。',
    '350503',
  ],
  ['a 格局 is no 局: the city does not act', '区委召开会议，在大上海的格局中发展，要争先。', null],
  ['an agency’s dateline', '新华社石家庄10月1日电（记者李明）正定县积极推进古城保护。', '130100'],
  ['a provincial newspaper', '南方日报讯 记者李明报道：全省民营经济座谈会昨日举行。', '440000'],
  ['the special zone’s newspaper', '深圳特区报讯 昨日，全市科技创新大会举行。', '440300'],
  ['a paper named after a river', '长江日报讯 昨日，全市经济工作会议举行。', '420100'],
  ['a rule reads any city paper', '绵阳日报讯 昨日，全市经济工作会议举行。', '510700'],
  ['a television station', '泉州广播电视台消息：昨日，全市经济工作会议举行。', '350500'],
  ['foreign news', '联合国秘书长昨日发表讲话，呼吁各方保持克制。', null],
];

const HISTORY: readonly Case[] = [
  ['a city that was abolished, then', '莱芜市委召开会议，推动莱芜市发展。', '371200', '2015-05-01'],
  ['the same short name, now a district', '济南市莱芜区委召开会议，推动莱芜发展。', '370116', '2022-05-01'],
  ['a new district', '杭州市临平区委召开会议。', '330113', '2022-05-01'],
  ['a county before it became a city', '无为县委召开会议，推动无为县发展。', '340225', '2015-05-01'],
  ['the city it became', '无为市委召开会议，推动无为市发展。', '340281', '2022-05-01'],
  ['a merged district', '杭州市下城区委召开会议。', '330103', '2018-05-01'],
  ['a new area without a code', '大鹏新区管委会召开会议，推动大鹏新区发展。', '440307', '2022-05-01'],
];

const CASES = [...OFFICES, ...ACTORS, ...NEGATIVE, ...DOCUMENTS, ...NEWS, ...HISTORY];

describe('findPlace', () => {
  it.each(CASES.map((each) => [each[0], each] as const))('%s', (_, [, written, code, date]) => {
    const text = textOf(written);
    const { finding } = findPlace(text, wholeOf(text), gazetteer, { date: date ?? null });
    expect(finding?.code ?? null).toBe(code);
    if (finding !== null) expect(finding.path.length).toBeGreaterThan(0);
  });

  it('has at least eighty cases, each naming its trap', () => {
    expect(new Set(CASES.map(([trap]) => trap)).size).toBe(CASES.length);
    expect(CASES.length).toBeGreaterThanOrEqual(80);
  });
});
