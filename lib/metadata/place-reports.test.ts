import { describe, expect, it } from 'vitest';
import { findPlace } from './place.ts';
import { gazetteer, textOf, wholeOf } from './testing.ts';

/** trap, text, code (null: nothing supports a place), month in which the text was written */
type Case = readonly [trap: string, text: string, code: string | null, date?: string];

/** Written from how reports are worded, before the program had seen them. */
const CASES: readonly Case[] = [
  [
    'a high-tech zone is its city’s',
    '合肥高新技术产业开发区管委会召开会议，研究合肥高新区招商工作。',
    '340100',
  ],
  ['a development zone in short', '昆明经开区党工委召开会议，研究部署经开区工作。', '530100'],
  ['a new area that is a district', '浦东新区区委常委会召开会议，研究部署工作。', '310115'],
  ['another of them', '天津市滨海新区人民政府召开常务会议。', '120116'],
  [
    'a new area of a municipality without a code',
    '重庆两江新区管委会召开会议，部署两江新区开放工作。',
    '500000',
  ],
  ['a street office alone', '坂田街道党工委召开会议，部署安全生产工作。', '440307'],
  ['a town of a common name alone', '城关镇党委召开会议，研究部署工作。', null],
  ['a town after its city', '昆山市周庄镇党委召开会议，研究部署文旅工作。', '320583'],
  ['西湖 of Hangzhou, by its city’s committee', '西湖区委召开会议，贯彻落实杭州市委部署。', '330106'],
  ['西湖 of Nanchang, by a task', '西湖区委召开会议，要求为南昌高质量发展作贡献，推动南昌建设。', '360103'],
  ['城关 of Lanzhou', '城关区委召开会议，贯彻落实兰州市委要求，为兰州发展作贡献。', '620102'],
  ['长安 of Shijiazhuang, not of Xi’an', '石家庄市长安区委召开会议，研究部署工作。', '130102'],
  [
    '市中区: a district called after the middle of the city',
    '乐山市市中区委召开会议，研究部署工作。',
    '511102',
  ],
  ['和平 of Shenyang', '和平区委召开会议，贯彻落实沈阳市委全会精神，为沈阳振兴作贡献。', '210102'],
  ['东城 of Beijing', '东城区委召开会议，落实北京市委部署，加强首都功能核心区建设。', '110101'],
  ['a delegation that visits a neighbour', '芜湖市党政代表团赴江苏省苏州市学习考察。', '340200'],
  ['help for another city', '福州市召开东西部协作帮扶定西工作会议。', '350100'],
  [
    'the experience of another province',
    '市委召开会议，学习浙江“千万工程”经验，建设襄阳和美乡村，推动襄阳发展。',
    '420600',
  ],
  [
    'a standard set by a neighbour',
    '市委召开会议，对标上海、融入长三角一体化，推动嘉兴高质量发展。',
    '330400',
  ],
  ['the city named like its province', '吉林市委召开常委会会议，研究部署工作。', '220200'],
  ['the province named like its city', '吉林省委召开常委会会议，研究部署工作。', '220000'],
  ['the prefecture named like a province', '海南藏族自治州委召开会议，研究部署工作。', '632500'],
  ['the same in short', '海南州委常委会召开会议，研究部署工作。', '632500'],
  ['a prefecture with a party committee', '伊犁哈萨克自治州党委召开常委会会议。', '654000'],
  ['a prefecture in short', '阿坝州人民政府召开常务会议。', '513200'],
  ['a forest district', '神农架林区党委召开会议，研究部署工作。', '429021'],
  ['a county under its province', '澄迈县委召开会议，研究部署工作。', '469023'],
  [
    'an agency in a provincial capital, the province acting',
    '中新社海口5月1日电 海南省政府召开新闻发布会。',
    '460000',
  ],
  ['a special administrative region', '新华社香港7月1日电 香港特别行政区政府举行升旗仪式。', '810000'],
  ['a city of the corps', '新疆生产建设兵团第八师石河子市党委召开会议。', '659001'],
  ['an old name of a city', '襄樊市委召开常委会会议，推动襄樊发展。', '420600', '2009-05-01'],
  ['an old name of a prefecture', '思茅市委召开会议，推动思茅市发展。', '530800', '2005-05-01'],
  ['巢湖 when it was a prefecture', '巢湖市委召开会议，推动巢湖市发展。', '341400', '2008-05-01'],
  ['巢湖 now that it is a county', '巢湖市委召开会议，推动巢湖市发展。', '340181', '2020-05-01'],
  ['a program of Guangdong', '省委召开会议，推广“粤省事”平台，提升服务水平。', '440000'],
  ['a program of Zhejiang', '省政府召开会议，提升“浙里办”服务能力。', '330000'],
  ['a program of Shanghai', '市政府召开会议，拓展“随申办”功能，优化服务。', '310000'],
  ['a name of a person like a city', '区委书记李安阳主持召开会议，研究部署工作。', null],
  ['a whole name like a city', '市委副书记高平主持召开会议，研究部署工作。', null],
  ['a name of a person like a province’s capital', '市长王长春主持召开会议，研究部署工作。', null],
  ['a tax office under its ministry', '国家税务总局深圳市税务局召开会议，部署征管工作。', '440300'],
];

/** Known weak points, each with the way it is to come out. */
const WEAK_POINTS: readonly Case[] = [
  [
    'the chair named first, once a name of the centre',
    '李强主持召开市委常委会会议，研究上海发展，推动上海改革。',
    '310000',
    '2020-05-01',
  ],
  [
    'the chair named first, in the title',
    '王伟中主持召开深圳市委常委会会议\n2月12日，市委常委会召开会议。',
    '440300',
  ],
  [
    'a national reception under a dateline of the capital',
    '新华社北京9月30日电 国庆招待会在北京人民大会堂举行。',
    '100000',
  ],
  ['a national forum held in the capital', '新华社北京9月5日电 中非合作论坛在北京举行。', '100000'],
  [
    'the capital itself under its dateline',
    '新华社北京9月5日电 北京市朝阳区启用新校区，北京市各区加快建设。',
    '110000',
  ],
  [
    'departments called by their field are no ministries',
    '昨日，全市教育部门召开会议，推动佛山教育发展，建设佛山。',
    '440600',
  ],
  ['a ministry of another country', '叙利亚外交部发表声明，谴责制裁。俄罗斯国防部作出回应。', null],
  ['a town without its county', '周庄镇党委召开会议，研究部署文旅工作。', null],
  ['a street of a name that only one county has', '吉华街道办事处召开会议，部署工作。', '440307'],
  ['a branch of a central bureau', '中国人民银行深圳市分行召开会议，部署金融工作。', '440300'],
];

/** A second round, written when the first had been put right, again before the program saw them. */
const SECOND: readonly Case[] = [
  ['a city that calls a meeting on being a model', '昨日，十堰市创建全国文明城市推进会召开。', '420300'],
  ['a delegation that looks for investors', '西安市雁塔区党政代表团赴深圳市考察招商。', '610113'],
  [
    'the congress hears the government of the county',
    '县人大常委会召开会议。会议听取了巴东县人民政府工作情况的报告。',
    '422823',
  ],
  ['a plenum with 中共 before the city', '中共义乌市委十五届六次全体会议召开。', '330782'],
  ['the provincial secretary in a city', '河北省委书记在唐山市调研时强调，要抓好落实。', '130000'],
  ['a street called after a city', '市长到延安路街道调研，推动杭州城市更新，建设杭州。', '330100'],
  ['an industrial park', '江苏省苏州工业园区党工委召开会议。', '320500'],
  ['a district whose name stands alone', '海淀区委召开会议，研究部署工作。', '110108'],
  ['two places that act as one', '贵阳贵安召开强省会推进大会，贵阳市委书记讲话。', '520100'],
  ['a district’s newspaper', '浦东时报讯 昨日，我区召开会议，研究我区工作。', '310115'],
  ['a city’s newspaper', '台州日报讯 昨日，市委召开会议，研究我市工作。', '331000'],
  ['a provincial newspaper of its own name', '大众日报讯 昨日，省委常委会召开会议。', '370000'],
  ['a provincial site of its own name', '红网长沙2月10日讯 省委召开会议，推动湖南发展。', '430000'],
  ['three levels written together', '内蒙古自治区呼伦贝尔市海拉尔区委召开会议。', '150702'],
  ['a prefecture under an agency', '新疆维吾尔自治区喀什地区行署召开会议，推动喀什发展。', '653100'],
  ['a prefecture committee', '大兴安岭地委召开会议，推动大兴安岭振兴。', '232700'],
  ['a short autonomous prefecture', '黔东南州委常委会召开会议。', '522600'],
  ['another of them', '甘孜州人民政府常务会议召开。', '513300'],
  ['a district of a municipality', '重庆市渝中区委召开会议。', '500103'],
  ['a city under its province', '定州市委召开会议，研究定州工作。', '130682'],
  ['a minister in a province', '农业农村部部长在河南省调研时强调，要抓好秋粮生产。', '100000'],
  [
    'another city’s anniversary',
    '市委召开会议，学习总书记在深圳经济特区建立40周年庆祝大会上的讲话，推动珠海高质量发展，建设珠海。',
    '440400',
  ],
  ['a district called like nothing else', '柯桥区委召开会议，研究部署工作。', '330603'],
  ['a new area after its city', '南京市江北新区管委会召开会议。', '320100'],
  ['a chairman with a city in his name', '市政协主席陈安康主持会议并讲话。', null],
  ['a province meets in its capital', '省委、省政府在广州召开全省高质量发展大会。', '440000'],
  ['a province whose delegates meet elsewhere', '省委召开会议。全国现场会在广州召开，会议要求学习。', null],
  ['a district whose city the source names', '宝山区召开会议，研究部署工作。\n来源：上海宝山', '310113'],
  ['a street called like a county elsewhere', '桃源街道召开安全生产会议。\n南山区桃源街道办事处', '440305'],
  ['a town of a county meets', '2021年6月24日，博罗县石湾镇召开基层治理专题会。', '441322'],
  ['the government of a town', '2021年6月24日，博罗县石湾镇人民政府召开基层治理专题会。', '441322'],
  ['a meeting that others hold in a town', '2021年6月24日，论坛在博罗县石湾镇召开。', null],
  ['a commission after the day', '2021年6月24日，河北省安委会召开燃气安全专题会议。', '130000'],
  ['a headquarters after the day', '2021年6月24日，邢台市防指召开会商会。', '130500'],
  ['a headquarters with its field', '2021年6月24日，定州市疫情防控指挥部召开会议。', '130682'],
  ['a commission of discipline', '2021年6月24日，衡水市纪委监委召开警示教育会。', '131100'],
  ['a department after the day', '2021年6月24日，河北省应急管理厅召开会议。', '130000'],
  [
    'a district hears of a commission of its province',
    '2021年6月24日，裕华区召开会议，贯彻落实河北省安委会部署。',
    '130108',
  ],
];

it.each(SECOND.map((each) => [each[0], each] as const))('second round: %s', (_, [, written, code, date]) => {
  const text = textOf(written);
  expect(findPlace(text, wholeOf(text), gazetteer, { date: date ?? null }).finding?.code ?? null).toBe(code);
});

it.each(WEAK_POINTS.map((each) => [each[0], each] as const))(
  'weak point: %s',
  (_, [, written, code, date]) => {
    const text = textOf(written);
    expect(findPlace(text, wholeOf(text), gazetteer, { date: date ?? null }).finding?.code ?? null).toBe(
      code,
    );
  },
);

describe('findPlace on reports', () => {
  it.each(CASES.map((each) => [each[0], each] as const))('%s', (_, [, written, code, date]) => {
    const text = textOf(written);
    const { finding } = findPlace(text, wholeOf(text), gazetteer, { date: date ?? null });
    expect(finding?.code ?? null).toBe(code);
  });
});
