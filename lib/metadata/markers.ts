import type { Genre, Issuer } from '@/lib/types';
import { DECOYS } from './everyday-words.ts';

/** Who acts: the level of a body that is named without its place (区委, 我市, 省教育厅). */
export type ActorLevel = 'country' | 'province' | 'prefecture' | 'county';

/** A word of the head of a text that says something about who acts, when, or what kind of text it is. */
export interface Marker {
  readonly word: string;
  readonly level: ActorLevel | null;
  /** The level is only a hint (全市): used where no body is named. */
  readonly weak: boolean;
  /** It names its own place (我市): it may stand after any word. */
  readonly own: boolean;
  readonly issuer: Issuer | null;
  readonly genre: Genre | null;
  /** Of the genre's evidence, the strongest wins. */
  readonly genreWeight: number;
  /** The list of those a document is sent to: 各市人民政府. The sender is one level above. */
  readonly addressee: boolean;
}

/** What a table says of a word; the other tables may say more. */
type MarkerFacts = Partial<Marker> & Pick<Marker, 'word'>;

const list = (words: string): string[] => words.split(' ');

interface Bodies {
  readonly issuer: Issuer;
  readonly words: string;
}

/** ＊ stands for the name of the level: 省 市 区 县. */
const BODIES: readonly Bodies[] = [
  { issuer: 'party', words: '＊委 ＊纪委 ＊委书记 ＊委常委会' },
  { issuer: 'government', words: '＊政府 ＊人民政府 ＊长 副＊长 代＊长 ＊政府办公厅 ＊政府办公室' },
  { issuer: 'congress', words: '＊人大' },
  { issuer: 'cppcc', words: '＊政协' },
];

const DEPARTMENTS: Readonly<Record<string, readonly string[]>> = {
  province: list(
    '教育厅 科技厅 科学技术厅 工信厅 工业和信息化厅 财政厅 公安厅 人社厅 人力资源社会保障厅 人力资源和社会保障厅 自然资源厅 生态环境厅 住建厅 住房和城乡建设厅 住房城乡建设厅 交通运输厅 水利厅 农业农村厅 商务厅 文化和旅游厅 卫健委 卫生健康委 应急管理厅 发改委 发展改革委 市场监管局 民政厅 司法厅 审计厅',
  ),
  city: list(
    '教育局 科技局 工信局 财政局 公安局 人社局 自然资源局 生态环境局 住建局 交通运输局 水利局 农业农村局 商务局 文旅局 卫健委 卫健局 卫生健康局 应急管理局 应急局 发改委 发改局 市场监管局 民政局 司法局 审计局',
  ),
};

const LEVEL_NAMES: readonly (readonly [string, ActorLevel])[] = [
  ['省', 'province'],
  ['市', 'prefecture'],
  ['州', 'prefecture'],
  ['盟', 'prefecture'],
  ['区', 'county'],
  ['县', 'county'],
  ['旗', 'county'],
];

function localMarkers(): MarkerFacts[] {
  const markers: MarkerFacts[] = [];
  for (const [name, level] of LEVEL_NAMES) {
    for (const { issuer, words } of BODIES) {
      for (const word of list(words)) markers.push({ word: word.replace('＊', name), level, issuer });
    }
    markers.push({ word: `我${name}`, level, own: true }, { word: `本${name}`, level, own: true });
    markers.push({ word: `全${name}`, level, weak: true, own: true });
    const departments = level === 'province' ? DEPARTMENTS.province : DEPARTMENTS.city;
    if (name === '省' || name === '市' || name === '区' || name === '县') {
      for (const each of departments ?? []) markers.push({ word: name + each, level, issuer: 'department' });
    }
  }
  for (const [word, issuer] of [
    ['自治区党委', 'party'],
    ['自治区政府', 'government'],
    ['自治区人民政府', 'government'],
    ['自治区主席', 'government'],
    ['自治区人大', 'congress'],
    ['自治区政协', 'cppcc'],
    ['自治区纪委', 'party'],
  ] as const) {
    markers.push({ word, level: 'province', issuer, own: true });
  }
  return markers;
}

const CENTRAL: readonly (readonly [Issuer, string])[] = [
  [
    'party',
    '中共中央 中央政治局 中央军委 中央纪委 中央书记处 中央办公厅 中央组织部 中央宣传部 中央统战部 中央政法委 中央网信办 中央农办 中央改革办 中央文明办 中央全面深化改革委员会 中央全面深化改革领导小组 中央财经委员会 中央财经领导小组 中宣部 中组部 中纪委 习近平 王沪宁 赵乐际 蔡奇 刘云山 王岐山 李希 胡锦涛 江泽民 中央委员会 党中央 总书记',
  ],
  [
    'government',
    '国务院 李克强 李强 温家宝 丁薛祥 韩正 张高丽 国务院令 国家主席 国务委员 彭丽媛 孙春兰 胡春华 刘鹤 何立峰 张国清 刘国中',
  ],
  ['congress', '全国人大 全国人民代表大会 栗战书 张德江 十二届全国人大 十三届全国人大 十四届全国人大'],
  ['cppcc', '全国政协 中国人民政治协商会议 汪洋 俞正声'],
  [
    'department',
    '教育部 科技部 科学技术部 工业和信息化部 工信部 公安部 民政部 司法部 财政部 人力资源社会保障部 人力资源和社会保障部 人社部 劳动和社会保障部 劳动保障部 劳动部 人事部 自然资源部 国土资源部 生态环境部 环境保护部 环保部 住房和城乡建设部 住房城乡建设部 住建部 建设部 交通运输部 铁道部 水利部 农业部 农业农村部 商务部 文化部 文化和旅游部 卫生部 国家卫生健康委 国家卫健委 国家卫生计生委 退役军人事务部 应急管理部 应急部 中国人民银行 审计署 海关总署 国家税务总局 税务总局 国家市场监督管理总局 市场监管总局 国家统计局 国家发展改革委 国家发展和改革委员会 国家发改委 发展改革委 国资委 国家能源局 国家外汇管理局 国家铁路局 国铁集团 外交部 国防部 中国气象局 中央气象台 国台办 国新办 最高人民法院 最高人民检察院 最高法 最高检 全国总工会 共青团中央 全国妇联 中国科协 国家科技伦理委员会 国家林草局 国家邮政局 中国证监会 银保监会 国家文物局 国家医保局 国家粮食局 国家信访局 国家安全部 国家航天局 中国载人航天工程办公室 文联 中国科学院 中国工程院 国家知识产权局',
  ],
];

function centralMarkers(): MarkerFacts[] {
  const markers: MarkerFacts[] = [];
  for (const [issuer, words] of CENTRAL) {
    for (const word of list(words)) markers.push({ word, level: 'country', issuer });
  }
  for (const word of list('中华人民共和国 我国 全国')) {
    markers.push({ word, level: 'country', weak: true });
  }
  return markers;
}

const ADDRESSEES: readonly (readonly [string, ActorLevel])[] = [
  ['各省、自治区', 'country'],
  ['各省（自治区', 'country'],
  ['各省、区、市', 'country'],
  ['各省市', 'country'],
  ['各省（区', 'country'],
  ['国务院各部委', 'country'],
  ['各设区市', 'province'],
  ['各设区的市', 'province'],
  ['各市（', 'province'],
  ['各市人民政府', 'province'],
  ['各市、县', 'province'],
  ['各市州', 'province'],
  ['各市委', 'province'],
  ['各市教育局', 'province'],
  ['各地级以上市', 'province'],
  ['各地级市', 'province'],
  ['各州、市', 'province'],
  ['各县（市', 'prefecture'],
  ['各区（县', 'prefecture'],
  ['各县区', 'prefecture'],
  ['各区人民政府', 'prefecture'],
  ['各县市', 'prefecture'],
  ['各乡镇', 'county'],
  ['各镇（', 'county'],
  ['各镇人民政府', 'county'],
  ['各街道办', 'county'],
];

const GENRES: readonly (readonly [Genre, number, string])[] = [
  ['report', 9, '政府工作报告 工作报告\n 向大会报告 向大会作 向全会报告 向全会作 年度报告\n 工作总结\n'],
  ['speech', 8, '的讲话\n 的讲话（ 的致辞\n 的发言\n 讲话摘要 各位来宾 同志们： 同志们，'],
  [
    'notice',
    7,
    '的通知\n 的通告\n 的公告\n 的决定\n 的意见\n 的批复\n 的复函\n 的函\n 的通报\n 的公示\n 的命令\n 办法\n 条例\n 规定\n 细则\n 规划\n 方案\n 措施\n 的通知 现印发给你们 现印发你们 制定本办法 制定本规定 制定本条例 制定本细则 人民政府令 国务院令 办法》的通知 为规范 为了规范 实施意见\n 行动计划（ 公示公告\n 公示\n 公告\n 工作要点\n （试行）\n （试行）》的通知 行动计划\n 名单\n 目录\n 指南\n 的批复 的复函',
  ],
  [
    'meeting',
    6,
    '主持召开 会议强调 会议指出 会议要求 会议认为 会议听取 会议传达 会议审议 会议召开 会议在 会议举行 会议精神 大会在 大会召开 全会在 座谈会 座谈会在 推进会 动员会 电视电话会议 常委会会议 常务会议 工作会议 学习会 党组会议 全体会议 专题会议 视频会议 例会 调度会 部署会 汇报会 研讨会 联席会议 联席会 召开会议 召开全会 全会召开 全会决定 大会闭幕 会议闭幕 胜利闭幕 圆满闭幕 大会开幕 会议开幕 市委全会 省委全会 区委全会 县委全会',
  ],
  [
    'news',
    3,
    '记者 通讯员 本报讯 日报讯 晚报讯 央视网消息 新华社 中新社 新闻联播 考察 视察 调研 会见 会谈 慰问',
  ],
];

/** Words that say when; as words of the index they keep 日前 from being read out of 今日前. */
const DAYS = list('今日 今天 今晨 今早 今晚 今年 昨日 昨天 昨晚 前日 前天 日前 近日 连日来 近期');

/** Every marker, each word once: where two tables name a word their facts are merged. All have the same fields, read alike. */
export function listMarkers(): Marker[] {
  const merged = new Map<string, MarkerFacts>();
  const put = (facts: MarkerFacts) => merged.set(facts.word, { ...facts, ...merged.get(facts.word) });
  for (const [word, level] of ADDRESSEES) put({ word, level, addressee: true });
  for (const facts of [...localMarkers(), ...centralMarkers()]) put(facts);
  for (const [genre, genreWeight, words] of GENRES) {
    for (const word of words.split(' ')) put({ word, genre, genreWeight });
  }
  for (const word of [...DAYS, ...DECOYS]) put({ word });
  return Array.from(merged.values(), (facts) => ({
    word: facts.word,
    level: facts.level ?? null,
    weak: facts.weak ?? false,
    own: facts.own ?? false,
    issuer: facts.issuer ?? null,
    genre: facts.genre ?? null,
    genreWeight: facts.genreWeight ?? 0,
    addressee: facts.addressee ?? false,
  }));
}
