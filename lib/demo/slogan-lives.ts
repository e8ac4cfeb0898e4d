import type { DemoLevel } from './demo-places';

/**
 * The life of one slogan in the demonstration: when the centre takes it up, how often it is used at its
 * height, and how it ends. Months are `YYYY-MM`. Dates of first use are those of public record where they
 * are known; heights and ends are invented.
 */
export interface SloganLife {
  readonly slogan: string;
  readonly begins: string;
  /** First month of decline; null where it goes on. */
  readonly ends: string | null;
  /** Share of reports that use it at its height. */
  readonly height: number;
  /** Months until half of the height is reached, and months in which half is lost after the end. */
  readonly rise: number;
  readonly fall: number;
  /** Months that each level comes later than the centre; `null` keeps to the place named by `within`. */
  readonly lag: Readonly<Record<DemoLevel, number>>;
  /** First digits of the codes of places that use it; empty means everywhere. */
  readonly within: string;
  /** Months of a planted burst, with the factor by which use goes up. */
  readonly burst?: { readonly from: string; readonly until: string; readonly factor: number };
  /** Sentences that carry it; slogans stand in 「 」, which are taken away. */
  readonly carriers: readonly string[];
}

const SPREAD: SloganLife['lag'] = { country: 0, province: 1, city: 2, district: 4 };
const FAST: SloganLife['lag'] = { country: 0, province: 0, city: 0, district: 1 };
const FROM_PROVINCE: SloganLife['lag'] = { country: 999, province: 0, city: 2, district: 4 };

function life(
  slogan: string,
  span: readonly [begins: string, ends: string | null],
  shape: readonly [height: number, rise: number, fall: number],
  carriers: readonly string[],
  rest: Partial<Pick<SloganLife, 'lag' | 'within' | 'burst'>> = {},
): SloganLife {
  const [begins, ends] = span;
  const [height, rise, fall] = shape;
  return { slogan, begins, ends, height, rise, fall, lag: SPREAD, within: '', carriers, ...rest };
}

export const SLOGAN_LIVES: readonly SloganLife[] = [
  life(
    '四个意识',
    ['2016-01', '2021-12'],
    [0.34, 4, 14],
    [
      '要增强“「四个意识」”、坚定“「四个自信」”、做到“「两个维护」”。',
      '各级干部要树牢“「四个意识」”，把上级的要求落到日常工作中。',
    ],
  ),
  life('四个自信', ['2016-07', null], [0.06, 4, 20], ['要坚定“「四个自信」”，把自己的事情办好。']),
  life(
    '两个维护',
    ['2018-02', null],
    [0.3, 6, 12],
    ['要把“「两个维护」”体现在每一项具体工作里。', '要以实际行动践行“「两个维护」”，不讲条件，不打折扣。'],
  ),
  life(
    '两个确立',
    ['2021-11', null],
    [0.42, 3, 12],
    [
      '要深刻领悟“「两个确立」”的决定性意义。',
      '要深刻领悟“「两个确立」”的决定性意义，坚决做到“「两个维护」”。',
    ],
  ),
  life(
    '六稳',
    ['2018-07', '2021-06'],
    [0.26, 5, 8],
    ['要扎实做好“「六稳」”工作，稳住市场的信心。', '围绕“「六稳」”要求，有关部门逐户了解企业的实际困难。'],
  ),
  life(
    '六保',
    ['2020-04', '2021-09'],
    [0.34, 2, 6],
    ['要扎实做好“「六稳」”工作，全面落实“「六保」”任务。', '要把“「六保」”任务分解到岗到人。'],
  ),
  life(
    '外防输入、内防扩散',
    ['2020-02', '2020-03'],
    [0.6, 1, 1],
    ['要落实「外防输入、内防扩散」的要求，守好每一个路口。', '当前要把「外防输入、内防扩散」作为头等大事。'],
    { lag: FAST },
  ),
  life(
    '外防输入、内防反弹',
    ['2020-03', '2022-12'],
    [0.44, 2, 1],
    ['要毫不放松抓好「外防输入、内防反弹」各项举措。', '要坚持「外防输入、内防反弹」，对重点场所开展抽查。'],
    { lag: FAST, burst: { from: '2022-03', until: '2022-05', factor: 1.8 } },
  ),
  life(
    '动态清零',
    ['2021-12', '2022-12'],
    [0.46, 2, 1],
    ['要坚持“「动态清零」”总方针不犹豫。', '要按照「动态清零」的要求，把流调工作做得更快更细。'],
    { lag: FAST },
  ),
  life(
    '四方责任',
    ['2020-02', '2022-12'],
    [0.18, 2, 2],
    ['要压实“「四方责任」”，把每一个环节的任务交代清楚。'],
    { lag: FAST },
  ),
  life(
    '疫情要防住、经济要稳住、发展要安全',
    ['2022-04', '2022-12'],
    [0.36, 1, 2],
    ['要按照「疫情要防住、经济要稳住、发展要安全」的要求，安排好下一步工作。'],
    { lag: FAST },
  ),
  life(
    '三大攻坚战',
    ['2017-10', '2020-12'],
    [0.28, 6, 4],
    ['要坚决打好「三大攻坚战」，每月通报一次进展。', '今年是打好“「三大攻坚战」”的重要一年。'],
  ),
  life('放管服', ['2015-05', null], [0.12, 8, 20], ['要继续推进“「放管服」”改革，减少不必要的证明。']),
  life(
    '乡村振兴',
    ['2017-10', null],
    [0.24, 10, 30],
    ['要扎实推进「乡村振兴」，让村里的好产品卖得出去。', '要把「乡村振兴」的任务落实到村到户。'],
  ),
  life(
    '高质量发展',
    ['2017-10', null],
    [0.4, 6, 30],
    ['要以「高质量发展」的成绩检验工作成效。', '要为全{L}「高质量发展」作出新的贡献。'],
  ),
  life('共同富裕', ['2021-05', null], [0.22, 3, 20], ['要在推动「共同富裕」上多想实在的办法。'], {
    burst: { from: '2021-08', until: '2021-10', factor: 1.7 },
  }),
  life('碳达峰碳中和', ['2020-09', null], [0.16, 5, 20], ['要按照「碳达峰碳中和」的目标调整用能结构。']),
  life('双减', ['2021-07', '2022-08'], [0.2, 2, 5], ['要落实“「双减」”政策，管好校外培训机构。'], {
    lag: FAST,
  }),
  life('急难愁盼', ['2021-02', null], [0.2, 4, 20], ['要用心解决群众「急难愁盼」的事情。']),
  life(
    '不忘初心、牢记使命',
    ['2019-05', '2020-02'],
    [0.4, 1, 3],
    ['要开展好“「不忘初心、牢记使命」”主题教育，带着问题下基层。'],
    { burst: { from: '2019-09', until: '2019-11', factor: 1.5 } },
  ),
  life('新质生产力', ['2023-09', null], [0.3, 2, 20], ['要加快形成「新质生产力」，支持企业更新设备。']),
  life('千万工程', ['2023-04', null], [0.2, 2, 20], ['要学习运用“「千万工程」”经验，改善村容村貌。']),
  life('精准扶贫', ['2013-11', '2020-10'], [0.26, 6, 5], ['要把「精准扶贫」的各项帮扶措施落到每一户。']),
  life('两不愁三保障', ['2015-11', '2020-11'], [0.2, 6, 4], ['要对照“「两不愁三保障」”标准逐户核查。']),
  life(
    '大众创业、万众创新',
    ['2014-09', '2018-06'],
    [0.22, 4, 16],
    ['要为「大众创业、万众创新」提供更好的场地和服务。'],
  ),
  life('互联网+', ['2015-03', '2019-06'], [0.16, 6, 18], ['要用好“「互联网+」”的办法，方便群众查询办理。']),
  life(
    '双随机、一公开',
    ['2015-08', null],
    [0.1, 12, 40],
    ['要推行“「双随机、一公开」”监管，减少对企业的打扰。'],
  ),
  life('河长制', ['2016-12', null], [0.12, 8, 40], ['要落实「河长制」，经常到河边看一看。']),
  life('一带一路', ['2013-09', null], [0.1, 10, 40], ['要积极参与“「一带一路」”建设，帮助企业开拓市场。']),
  life('四早', ['2020-02', '2022-12'], [0.16, 1, 1], ['要严格落实“「四早」”要求，守住基层卫生站这道关口。'], {
    lag: FAST,
    burst: { from: '2021-08', until: '2021-09', factor: 2 },
  }),
  life('双循环', ['2020-05', '2022-06'], [0.18, 3, 10], ['要在“「双循环」”中找准本地企业的位置。']),
  life('中国式现代化', ['2022-10', null], [0.42, 2, 30], ['要为推进「中国式现代化」贡献力量。']),
  life(
    '全过程人民民主',
    ['2021-07', null],
    [0.12, 4, 30],
    ['要践行「全过程人民民主」，多听居民代表的意见。'],
  ),
  life('枫桥经验', ['2018-01', null], [0.12, 8, 40], ['要坚持和发展“「枫桥经验」”，让矛盾不出村。'], {
    burst: { from: '2023-09', until: '2023-12', factor: 2.4 },
  }),
  life('四下基层', ['2023-06', null], [0.18, 2, 20], ['要学习“「四下基层」”的做法，到困难多的地方去。']),
  life('一网通办', ['2018-03', null], [0.14, 8, 40], ['要推进“「一网通办」”，让企业少准备一份材料。']),
  life('1+1+9', ['2019-01', '2022-12'], [0.5, 3, 8], ['要按照省委“「1+1+9」”工作部署，抓好任务分解。'], {
    lag: FROM_PROVINCE,
    within: '44',
  }),
  life('八八战略', ['2003-07', null], [0.4, 6, 30], ['要沿着“「八八战略」”指引的路子走下去。'], {
    lag: FROM_PROVINCE,
    within: '33',
    burst: { from: '2023-06', until: '2023-08', factor: 1.8 },
  }),
  life('两个先行', ['2022-06', null], [0.45, 2, 20], ['要为全省“「两个先行」”多作探索。'], {
    lag: FROM_PROVINCE,
    within: '33',
  }),
  life(
    '最多跑一次',
    ['2017-01', '2020-12'],
    [0.35, 4, 10],
    ['要深化“「最多跑一次」”改革，让办事的人少跑路。'],
    {
      lag: FROM_PROVINCE,
      within: '33',
    },
  ),
  life('三提三效', ['2022-03', '2023-06'], [0.55, 1, 3], ['要开展“「三提三效」”行动，把会议和文件减下来。'], {
    lag: { ...FROM_PROVINCE, city: 0, district: 1 },
    within: '35',
  }),
];
