import type { AffixRule } from './affixes.ts';

/** Tables of place evidence: words around a name that say what the place is to the text. */

export interface ContextRule extends AffixRule {
  /** How many points the mention counts; 0: the place is only visited, praised, supplied or infected. */
  readonly weight: number;
  /** The name stands between bars: 赴|湖北|支援. */
  readonly example: string;
  readonly counterExample: string;
}

const list = (words: string): string[] => words.split(' ');
const LEVELS = ['', '省', '市', '区', '县', '州', '盟', '旗', '自治区', '自治州', '自治县'];
const withLevels = (words: string): string[] =>
  LEVELS.flatMap((level) => list(words).map((word) => level + word));

const VISIT_BEFORE = list(
  '在 到 赴 来到 抵达 前往 飞往 亲临 莅临 考察 视察 调研 访问 离开 途经 于 结束在 同志在 总书记在 主席在 总理在',
);
const VISIT_AFTER = list(
  '考察 视察 调研 访问 指导 出席 会见 检查 慰问 看望 参加 主持 会晤 市考察 省考察 等地 市调研 省调研 期间 同 与',
);

/** Bodies without 厅, 局 or 委员会 in their names, which other rules know. */
const BODIES = withLevels(
  '安委会 安委办 食安委 食安办 减灾委 防指 防汛指 防办 防汛抗旱指挥部 防汛防旱指挥部 防汛防台抗旱指挥部 森林防灭火指挥部 森林草原防灭火指挥部 疫情防控指挥部 疫情防控工作指挥部 疫情联防联控指挥部 新冠肺炎疫情防控指挥部 新冠肺炎疫情防控工作指挥部 应对新冠肺炎疫情指挥部 疫情防控办 防疫办 发改委 发展改革委 卫健委 卫生健康委 国资委 住建委 教委 政法委 文明办 创城办 河长办 林长办',
);

/** The first rule that fits decides. */
export const CONTEXT_RULES: readonly ContextRule[] = [
  {
    name: 'visited',
    before: VISIT_BEFORE,
    after: VISIT_AFTER,
    weight: 0,
    example: '习近平总书记在|贵州|考察时',
    counterExample: '在|贵州|召开',
  },
  {
    name: 'sent-to',
    before: list(
      '赴 驰援 支援 援助 支持 援 返自 来自 对口帮扶 对口支援 帮扶 飞往 前往 抵达 学习借鉴 借鉴 途经 流入 离开 考察 视察 访问 亲临 莅临 到访 飞抵 逃往 考察了 输往 往返 总书记对',
    ),
    after: [],
    weight: 0,
    example: '赴|湖北|支援医护人员',
    counterExample: '全力推动|湖北|发展',
  },
  {
    name: 'aided',
    before: [],
    after: list(
      '疫情 保卫战 医疗队 籍 代表团 等地 等省 等国 等市 返回 旅居 来的 来人员 方向 会谈 会晤 峰会 宣言 共识 战役 调研指导 考察 人民医院 大学 路 籍人员 解放 战役 会战 起义 会议精神 冬奥 奥运 世博 时间 市民 火车站 站 机场 飞往 至 到',
    ),
    exceptAfter: list('疫情防控 大学习 到位 路径 站位 站稳 至今'),
    weight: 0,
    example: '打好|武汉|保卫战',
    counterExample: '推动|武汉|高质量发展',
  },
  {
    name: 'quoted-office',
    before: list('传达 传达了 传达学习 学习 学习贯彻 贯彻落实 落实'),
    after: [...withLevels('委 人民政府 政府'), ...BODIES],
    exceptAfter: withLevels('委员 委托 委内 委外'),
    weight: 1,
    example: '传达|安徽省|委书记讲话',
    counterExample: '|安徽省|委书记讲话',
  },
  {
    name: 'convened',
    before: list('， 。 日 午'),
    after: list('召开 组织召开'),
    weight: 5,
    example: '下午，|滁州市|召开干部大会',
    counterExample: '论坛在|滁州市|召开',
  },
  {
    name: 'office',
    before: [],
    after: withLevels(
      '委 人民政府 政府 人大 政协 党委 党政 纪委 党组 监委 军分区 中级人民法院 高级人民法院 人民检察院 领导 长 副市长 副省长 副区长 副县长 代市长 代省长 主席 管委会 党工委',
    ),
    exceptAfter: withLevels(
      '委员 委托 委内 委外 长期 长三角 长江 长安 长大 长沙 长春 长治 长远 长效 长久 长城',
    ),
    weight: 6,
    example: '|深圳市|委书记',
    counterExample: '|深圳市|委托',
  },
  {
    name: 'body',
    before: [],
    after: BODIES,
    // Less than an office: reports from many places name such bodies in passing.
    weight: 4,
    example: '6月24日，|河北|省安委会召开会议',
    counterExample: '6月24日，|河北|省防汛形势平稳',
  },
  {
    name: 'medium',
    before: [],
    after: [
      ...LEVELS.slice(0, 5).flatMap((level) =>
        list('广播电视台 电视台 广播电台 融媒体中心 融媒 政府网 人民政府网').map((w) => level + w),
      ),
      ...list('日报 晚报 晨报 早报 商报 时报 特区报 发布 新闻网 在线 网讯 网信 讯 政府门户网站 新闻'),
    ],
    exceptAfter: list('发布会 发布了 新闻发布'),
    weight: 6,
    example: '|佛山|日报讯',
    counterExample: '|佛山|新闻发布会',
  },
  {
    name: 'dateline',
    before: list('新华社 中新社 新华网 中新网 本报 （ 【'),
    after: list('电 专电 讯 ） 】 1 2 3 4 5 6 7 8 9'),
    weight: 4,
    example: '新华社|石家庄|10月1日电',
    counterExample: '|石家庄|市民',
  },
  {
    name: 'task',
    before: list(
      '推动 推进 加快 建设 全力 奋力 谱写 开创 打造 实现 为 把 以 促进 提升 扎根 发挥 结合 展示 彰显 贡献 全面 新时代 支撑 擦亮 服务 现代化 美丽 平安 法治 数字 幸福 创新 我们',
    ),
    after: [],
    weight: 2,
    example: '扎实推动|龙岗|高质量发展',
    counterExample: '抵达|龙岗|车站',
  },
  {
    name: 'task-after',
    before: [],
    after: list(
      '高质量 发展 建设 实际 特色 工作 力量 贡献 智慧 经验 实践 新篇章 现代化 篇章 样板 先行示范区 振兴 落地 对台 各级 全省 全市 全区 全县 召开 举行 出台 印发 全力 经济社会 要素 自贸 持续 推进 推动 加快 深入 全面 启动 今年 探索 多措并举 积极 着力 大力 开展 坚持 实施 聚焦',
    ),
    weight: 2,
    example: '作出|深圳|贡献',
    counterExample: '|深圳|火车站',
  },
];

/** The first characters of document numbers (冀政发〔2023〕2号) and what they stand for. */
export const DOCUMENT_PREFIXES: readonly (readonly [prefix: string, code: string])[] = [
  ['京', '110000'],
  ['津', '120000'],
  ['冀', '130000'],
  ['晋', '140000'],
  ['内', '150000'],
  ['辽', '210000'],
  ['吉', '220000'],
  ['黑', '230000'],
  ['沪', '310000'],
  ['苏', '320000'],
  ['浙', '330000'],
  ['皖', '340000'],
  ['闽', '350000'],
  ['赣', '360000'],
  ['鲁', '370000'],
  ['豫', '410000'],
  ['鄂', '420000'],
  ['湘', '430000'],
  ['粤', '440000'],
  ['桂', '450000'],
  ['琼', '460000'],
  ['渝', '500000'],
  ['川', '510000'],
  ['黔', '520000'],
  ['云', '530000'],
  ['滇', '530000'],
  ['藏', '540000'],
  ['陕', '610000'],
  ['甘', '620000'],
  ['青', '630000'],
  ['宁', '640000'],
  ['新', '650000'],
  ['深', '440300'],
  ['穗', '440100'],
  ['佛', '440600'],
  ['珠', '440400'],
  ['东府', '441900'],
  ['杭', '330100'],
  ['甬', '330200'],
  ['温政', '330300'],
  ['宁政', '320100'],
  ['苏府', '320500'],
  ['锡', '320200'],
  ['石政', '130100'],
  ['唐政', '130200'],
  ['秦政', '130300'],
  ['邯政', '130400'],
  ['邢政', '130500'],
  ['保政', '130600'],
  ['张政', '130700'],
  ['承市政', '130800'],
  ['沧政', '130900'],
  ['廊政', '131000'],
  ['衡政', '131100'],
  ['成府', '510100'],
  ['武政', '420100'],
  ['郑政', '410100'],
  ['济政', '370100'],
  ['青政', '630000'],
  ['厦府', '350200'],
  ['榕政', '350100'],
  ['泉政', '350500'],
  ['合政', '340100'],
  ['长政', '430100'],
  ['西政', '610100'],
  ['哈政', '230100'],
  ['沈政', '210100'],
  ['大政', '210200'],
  ['国', '100000'],
  ['中', '100000'],
  ['财', '100000'],
  ['发改', '100000'],
  ['人社', '100000'],
  ['环', '100000'],
  ['建', '100000'],
  ['教', '100000'],
  ['工信', '100000'],
  ['民发', '100000'],
  ['农', '100000'],
  ['商', '100000'],
  ['卫', '100000'],
  ['文旅', '100000'],
  ['交', '100000'],
  ['税总', '100000'],
  ['银发', '100000'],
  ['水', '100000'],
  ['自然资', '100000'],
];

/** What local people call coming to or staying in a place in one character: 返深, 留盘. */
export const ONE_CHARACTER_NAMES: readonly (readonly [word: string, code: string])[] = [
  ['深', '440300'],
  ['穗', '440100'],
  ['莞', '441900'],
  ['盘', '211100'],
  ['沈', '210100'],
  ['京', '110000'],
  ['津', '120000'],
  ['沪', '310000'],
  ['渝', '500000'],
  ['蓉', '510100'],
  ['杭', '330100'],
  ['甬', '330200'],
  ['榕', '350100'],
  ['厦', '350200'],
  ['泉', '350500'],
  ['汉', '420100'],
  ['昆', '530100'],
  ['邕', '450100'],
  ['琼', '460000'],
  ['鄂', '420000'],
  ['冀', '130000'],
  ['豫', '410000'],
  ['鲁', '370000'],
  ['皖', '340000'],
  ['赣', '360000'],
  ['闽', '350000'],
  ['粤', '440000'],
  ['湘', '430000'],
  ['晋', '140000'],
  ['陕', '610000'],
  ['甘', '620000'],
  ['黔', '520000'],
  ['滇', '530000'],
  ['吉', '220000'],
  ['辽', '210000'],
  ['苏', '320000'],
  ['浙', '330000'],
  ['桂', '450000'],
  ['疆', '650000'],
  ['蒙', '150000'],
];
