/** What a number can stand for, as tables: every rule with an example and a counter-example. */
export interface WordingRule {
  readonly name: string;
  /** Matches the whole quoted wording. */
  readonly pattern: RegExp;
  readonly example: string;
  readonly counterExample: string;
}

export const NUMERAL_RULES: readonly WordingRule[] = [
  {
    name: 'number and classifier',
    pattern:
      /^(?:[二三四五六七八九两]|[二三]?十[一二三四五六七八九]?|[1-9]|[1-3]\d)(?:个|大|项|种|类|条|件|篇|支|张|把|道|重|方|步|线|面|位|批|本|级|块|股|场|根(?=支柱))[\p{Script=Han}0-9A-Za-z%]{1,10}$/u,
    example: '三个不能出问题',
    counterExample: '第三个问题',
  },
  {
    name: 'one of a kind',
    pattern:
      /^(?:一个(?:确保|中心|目标|窗口|平台|主体|总|不能|都不能|核心|龙头|标准|口子|意见|方案)\p{Script=Han}{0,6}|(?:全[国省市区县])?一(?:件事|张网|张图|张表|张清单|张蓝图|本账|盘棋)|一[网窗码表证单箱门次本图键章]\p{Script=Han}{2}|一[单箱票证]制)$/u,
    example: '一个确保',
    counterExample: '一个朋友',
  },
  {
    name: 'done at one place',
    pattern:
      /^一(?:[窗网号厅门站口码表证卡端柜键]|平台|窗口)(?:联办|通办|受理|办理|收办|对外|办结|办成?|付|审批|知晓|反馈)$/u,
    example: '一平台办理',
    counterExample: '一站到底',
  },
  {
    name: 'tens and hundreds of works',
    pattern: /^(?!.*(.).*\1)[两三四五六七八九]?[十百千万亿]{1,2}(?:工程|行动)$/u,
    example: '百亿工程',
    counterExample: '万里工程',
  },
  {
    name: 'number and one character',
    pattern: /^(?:(?:[三四五六七八九两双]|十)(?![零一二三四五六七八九十])\p{Script=Han}|一[核圈轴极廊翼])$/u,
    example: '五城',
    counterExample: '九二',
  },
  {
    name: 'number, one character, and what it is called',
    pattern: /^[两三四五六七八九十](?![零一二三四五六七八九十大国边方])\p{Script=Han}(?:战略|目标|方略)$/u,
    example: '五市战略',
    counterExample: '两国战略',
  },
  {
    name: 'number and short predicate',
    pattern:
      /^(?:[二三四五六七八九两双]|十[一二三四五六七八九]?|\d{1,2})(?:不|无|有|严|化|提|强|保|稳|防|真|讲|抓|管|查|清|进|送|到|必|零|促|比|评|心|能|好|新|转|清|改|优|降|升|增|全|同|自|统|盯|联|包|位|长|老|学|问|访|进|带|聚|争|创|建|下|融|公|达|减|控|压|拓|打|破|畅|拼|亮|晒|谈|领|敢|守|知|做|干|当|扶|共|服|赋|贯|放|分)[\p{Script=Han}、]{0,8}$/u,
    example: '三提三效',
    counterExample: '三分钟',
  },
  {
    name: 'chain of numbers',
    pattern: /^(?:(?:[一二三四五六七八九两双多]|十|百|千|万)[\p{Script=Han}A-Za-z0-9]{1,4}?[、·]?){2,5}$/u,
    example: '三到位一处理',
    counterExample: '三到位',
  },
  {
    name: 'hundreds, thousands, ten thousands',
    pattern: /^(?!.*(.).*\1)[十百千万亿]{3,4}$/u,
    example: '十百千万',
    counterExample: '百万',
  },
  {
    name: 'so many articles',
    pattern: /^(?!第)[\p{Script=Han}]{0,6}?(?:[二三四五六七八九十]{1,3}|\d{1,2})条$/u,
    example: '河北创新28条',
    counterExample: '第九条',
  },
  {
    name: 'one thing for each one',
    pattern: /^一\p{Script=Han}{1,2}一\p{Script=Han}{1,2}$/u,
    example: '一企一策',
    counterExample: '一企',
  },
  {
    name: 'doubled',
    pattern: /^双\p{Script=Han}{2,5}$/u,
    example: '双区驱动',
    counterExample: '双',
  },
  {
    name: 'number and whole',
    pattern:
      /^(?:[三四五六七八九两]|十)\p{Script=Han}(?:一体|联动|合一|融合|共治|同步|同创|并举|并重|叠加|统筹|驱动|协同|互动|衔接|分离|分置|分开|归一|责任|问责|齐全|齐抓|同治|并进|兼顾)$/u,
    example: '四方责任',
    counterExample: '四方面军',
  },
  {
    name: 'share of all',
    pattern: /^(?:[二三四五六七八九两]|十[一二三四五六七八九]?|\d{1,2})个\d{1,3}%$/u,
    example: '五个100%',
    counterExample: '100%',
  },
  {
    name: 'champion again',
    pattern:
      /^(?:[二三四五六七八九两]|十[一二三四五六七八九]?|二十[一二三四五六七八九]?|\d{1,2})连(?:冠|增|升|丰|快|创|优|涨)$/u,
    example: '八连冠',
    counterExample: '七连',
  },
];

/** Measured things, times, ordinals and names of machines: never slogans, however they are quoted. */
export const MEASURED =
  /^第|个(?:月|半月|小时|工作日|百分点|人|省份|国家|部门|单位|朋友)$|^[0-9一二三四五六七八九十两百千万]+(?:年|月|日|号|届|时|点|分(?![开离类级])|秒|天|周|岁|元|亿(?!工程)|吨|米|里|亩|后|楼|倍|折|期|季度|公里|公斤|小时|分钟|分之)|^[0-9一二三四五六七八九十两百千万]+(?:人|名|位|家|户|辆|艘|架|只|头|代|层|级|度)[一-龥]?$|^十大.*(?:城市|科技|人|人物|品牌|新闻|案例|发现|进展|流行语|景区|家|行为)$|^一箭|^[一二两三四五六七八九十\d]+[到至][一二两三四五六七八九十\d]|[死伤]$|^三下五|^[一二两三四五]室[一两]厅|^[三四五六七八九]九$|(?:号|型|(?<!升)级|事件|事变|运动|会议|大学|医院|公司|集团|战役|大道|广场|公园|主席|论坛|展览|晚会|勋章|奖章|奖|杯|节|日)$|^(?:十[一二三四五六七八九]|二十|[一二三四五六七八九十]+)(?:五|大|中全会|届)$/;

/** Two characters that are ordinary words, festivals and places. */
export const COMMON_SINGLE: ReadonlySet<string> = new Set(
  `三八 五一 六一 七一 八一 十一 五四 九三 三九 三伏 七夕 九章 三亚 四川 九江 三体 三星
    三甲 三峡 三巴 三弦 双鱼 双子 双赢 双手 双方 双边 双语 双标 双杀 两岸 两会 两天 两年
    两国 两院 两航 两次 两人 三人 三年 三国 四季 四月 五月 六月 七月 八月 九月 十月 三月
    三十 四十 五十 六十 七十 八十 九十 五台 五粮 七彩 九龙 八卦 三角 四海 五行 五官 六合
    双喜 双龙 双星 两广 两湖 两江 三江 三秦 三晋 三湘 八闽 十强 三强 四强 八强 七五 八五
    九五 十五 六五 五五 四五 三五 二五 一五 三七 四六 双十 双流 四书 八喜 十佳 七色 三赢 两弹 双锤
    双榜 四极 九游 四立 两部 三部`.split(/\s+/),
);

/** Longer wordings with a number that are names, events or everyday speech. */
export const FIXED_NOT_SLOGANS: ReadonlySet<string> = new Set(
  `九一八 一二八 一二九 七七 三一八 五卅 双十一 双十二 双11 双12 四人帮 三星堆 三明治
    三文鱼 三叶草 三国演义 七匹狼 五粮液 六味地黄 七上八下 三心二意 四面八方 五颜六色 七嘴八舌
    乱七八糟 五花八门 三三两两 一心一意 一点一滴 一草一木 一举一动 一言一行 一针一线 三番五次
    三言两语 四通八达 五湖四海 十全十美 一五一十 一朝一夕 三军仪仗队 双学位 双胞胎 双人舞
    双刃剑 双保险 双面胶 双重标准 双重国籍 双边关系 两国方案 两个中国 三一重工 三只松鼠
    四书五经 十二生肖 三教九流 三顾茅庐 三级跳 三军会师 四大发明 四大名著 二十四节气 七宗罪
    三剑客 四不像 四季村晚 双子星 双星伴月 双色瀑布 一家四口 一家三口 一门双烈 一门三杰 二级英雄 一级英雄 双排车
     千山万水 千行百业 千家万户 千言万语 千军万马 千辛万苦 万水千山 一死一伤
    一路一带 一波三折 一石二鸟 一举两得 一大二公 一个中国 十三五 十四五 十五五 一次性 一诺千金
    一早一晚 三街两巷 一月三舟 双突变 三产超过二产 一日三餐 一年四季 一分为二 三长两短 四大家族
    四分五裂 十拿九稳 百里挑一 千钧一发 万无一失 九牛一毛 七零八落 八仙过海 两全其美 三生有幸
    一心一德 一来一往 一上一下 一前一后 一老一少 一大一小 一左一右`.split(/\s+/),
);
