/**
 * What a date in a text is the date of, read from the words around it. The first rule that fits decides.
 * `before` is matched at the end of what precedes the date, `after` at the start of what follows it.
 */
export type DayRole = 'event' | 'published' | 'signed' | 'cited' | 'ignored';

/** One of `units` stands at most `reach` units away, with none of `stops` between. */
export interface Near {
  readonly units: string;
  readonly reach: number;
  readonly stops: string;
}

export interface DayRule {
  readonly name: string;
  readonly role: DayRole;
  readonly confidence: number;
  readonly before?: RegExp;
  readonly after?: RegExp;
  /** A quick no: where `before` matches, one of these ends it; where `after` does, one of these begins it. */
  readonly lasts?: string;
  readonly firsts?: string;
  /** The same for what stands further off. */
  readonly nearBefore?: Near;
  readonly nearAfter?: Near;
  /** The date stands between bars: …|2月10日|，…. */
  readonly example: string;
  readonly counterExample: string;
}

const SPACES =
  ' \t\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a';

export const DAY_RULES: readonly DayRule[] = [
  {
    name: 'in-force',
    role: 'ignored',
    confidence: 0,
    after:
      /^(?:起|开始)(?:施行|实施|执行|生效|启用|开展|在)|^(?:起|以来|前|之前|以前|底前|后|之后)(?![是的])/,
    firsts: '起开以前之底后',
    example: '本办法自|2015年8月1日|起施行',
    counterExample: '|2月10日|，区委书记主持召开会议',
  },
  {
    name: 'deadline',
    role: 'ignored',
    confidence: 0,
    before: /(?:截至|截止|截止到|到|至|有效期至|延至|推迟至|定于|将于|拟于|预计|将在|从|自)$/,
    lasts: '至止到于计从自在',
    example: '截至|2月10日|，全市',
    counterExample: '通讯员报道：|2月10日|，市委书记',
  },
  {
    name: 'document-date-line',
    role: 'signed',
    confidence: 0.93,
    before: /(?:成文|印发|发文|签发)(?:日期|时间)[：: 　]*$/,
    lasts: '期间：: 　',
    example: '成文日期：|2023年5月9日|',
    counterExample: '会议日期为|5月9日|',
  },
  {
    name: 'publication-line',
    role: 'published',
    confidence: 0.9,
    before:
      /(?:发布|发表|公布|更新|录入|上传|刊发|上线|稿件)?(?:时间|日期)[：: 　]*$|(?:发布|发表|更新)于[：: ]?$/,
    lasts: '期间：: 　于',
    example: '发布时间：|2021-02-10|来源',
    counterExample: '会议时间定在|2月10日|上午',
  },
  {
    name: 'published-below',
    role: 'published',
    confidence: 0.8,
    before: /\n[^，。；：\n]{2,20}$/,
    after: /^(?:发布|刊发|发表)[ 　]*(?:$|\n)/,
    firsts: '发刊',
    example: '抓好落实。\n某市公安局|2022年7月16日|发布',
    counterExample: '\n某市公安局|7月16日|发布通告，',
  },
  {
    name: 'source-line',
    role: 'published',
    confidence: 0.8,
    before: /(?:来源|出处|作者|编辑|责编)[：:][^。\n]{0,24}$|\d\d?:\d\d(?::\d\d)?[ 　]*$/,
    nearBefore: { units: '源处者辑编:', reach: 40, stops: '。\n' },
    example: '来源：南方日报 |2021-02-10|',
    counterExample: '本报讯 |2月10日|，',
  },
  {
    name: 'clock-time',
    role: 'published',
    confidence: 0.8,
    after: /^[ 　]*\d{1,2}[:：时]\d{2}(?!分?[ 　]*(?:在|许|左右|因|逝))分?(?![^\n]{0,3}[，,])/,
    firsts: ' 　0123456789',
    example: '|2026年02月10日| 07时41分',
    counterExample: '|2月10日|7时许，我市',
  },
  {
    name: 'cited-speech',
    role: 'cited',
    confidence: 0,
    after: /^(?:上午|下午)?在[^，。；\n]{2,50}上(?:所作|作的|发表的|作了的)/,
    firsts: '上下在',
    example: '温某某代表国务院|3月5日|在开幕会上作的报告',
    counterExample: '——|2025年1月15日|在大会第三次会议上',
  },
  {
    name: 'at-session',
    role: 'event',
    confidence: 0.98,
    after:
      /^(?:上午|下午)?(?:[^，。；：\n]{0,24}[^，。；：\n现])?在[^，。；\n]{2,50}(?:会议|大会|全会|全委会|常委会|次会)(?:全体会议|预备会议)?(?:上|的政府工作报告)/,
    nearAfter: { units: '在', reach: 28, stops: '，。；：\n' },
    example: '——|2025年1月20日|在安徽省第十四届人民代表大会第三次会议上',
    counterExample: '|2月21日|中央政治局会议上的重要讲话',
  },
  {
    name: 'cited-version',
    role: 'cited',
    confidence: 0,
    before: /[》”][（(]$/,
    lasts: '（(',
    nearBefore: { units: '》”', reach: 2, stops: '' },
    example: '按照《某省条例》（|2011年3月1日|通过）',
    counterExample: '某省条例（|1999年5月28日|某省人大常委会通过）',
  },
  {
    name: 'adopted-before',
    role: 'event',
    confidence: 0.6,
    before: /经$/,
    after: /^[^，。；\n]{0,40}(?:会议|常务会议|委员会|党组)?(?:审议|讨论)?(?:通过|批准)/,
    lasts: '经',
    nearAfter: { units: '过准', reach: 50, stops: '，。；\n' },
    example: '经|2007年4月9日|省政府第80次常务会议讨论通过',
    counterExample: '（|2007年4月9日|省政府第80次常务会议讨论通过',
  },
  {
    name: 'adopted',
    role: 'event',
    confidence: 0.93,
    after:
      /^[^，。；\n]{0,40}(?:会议|常务会议|委员会|党组)?(?:审议)?(?:通过|修订|修正|批准|令[^，。；\n]{0,12}公布)/,
    nearAfter: { units: '过订正准令', reach: 50, stops: '，。；\n' },
    example: '（|1999年5月28日|河北省人民代表大会常务委员会会议通过',
    counterExample: '|5月28日|，会议审议了',
  },
  {
    name: 'cited-meeting',
    role: 'cited',
    confidence: 0,
    before: /(?:在|于|了|对|和|、|以及|按照|根据|关于)$/,
    after: /^(?:的|召开的|举行的)?(?:中央|全国|国务院|省|党中央|党外|中共|上海合作|习近平|上午的|下午的)/,
    lasts: '在于了对和、及照据',
    firsts: '的召举中全国省党上习下',
    example: '习近平总书记在|7月28日|中央政治局会议上',
    counterExample: '|7月28日|，中央政治局召开会议',
  },
  {
    name: 'cited-in-title',
    role: 'cited',
    confidence: 0,
    before: /[《〔【][^》〕】\n]{0,30}$|(?:总书记|主席)(?:在|于|同志在)?$/,
    nearBefore: { units: '《〔【记席', reach: 31, stops: '》〕】\n' },
    example: '《|2021年3月1日|讲话》',
    counterExample: '《通知》印发。|3月1日|，',
  },
  {
    name: 'day-of-today',
    role: 'event',
    confidence: 0.97,
    before: /(?:今天|今日|今晚|今早|昨天|昨日|昨晚|前天)[（(]$/,
    after: /^[)）]/,
    lasts: '（(',
    firsts: ')）',
    example: '国家统计局今天（|10月18日|）发布数据',
    counterExample: '在某市产业大会上的讲话\n（|2024年7月18日|）',
  },
  {
    name: 'bracketed',
    role: 'signed',
    confidence: 0.9,
    before: /(?:^|\n)[（(]$/,
    after: /^[)）]/,
    lasts: '（(',
    firsts: ')）',
    example: '（|2024年7月18日|）',
    counterExample: '会议（原定|7月18日|）',
  },
  {
    name: 'dateline',
    role: 'event',
    confidence: 0.88,
    after: /^(?:电|讯|专电|消息)/,
    firsts: '电讯专消',
    example: '新华社北京|10月1日|电 ',
    counterExample: '|10月1日|，电力供应',
  },
  {
    name: 'signed-below',
    role: 'signed',
    confidence: 0.9,
    before: /[。；][ 　]*$/,
    after: /^[ 　]*(?:（(?!星期|周|农历|今|昨)|公开程序|附件|抄送|主题词|此件|$|\n)/,
    lasts: '。； 　',
    firsts: '（公附抄主此\n 　',
    example: '请认真抓好落实。|二〇〇六年二月七日|（某省发展和改革委员会）',
    counterExample: '现场。|2月10日|（星期三），区委书记主持召开会议',
  },
  {
    name: 'signature-name',
    role: 'signed',
    confidence: 0.93,
    before:
      /(?:省长|市长|县长|区长|主席|总理|主任|部长|厅长|局长)[\s　]{0,9}[\u4e00-\u9fff]{1,2}[\s　]{0,9}[\u4e00-\u9fff]{1,2}[\s　]{0,9}$/,
    after: /^(?:[^，。、日上下在召主会]|$)/,
    nearBefore: { units: '长席理任', reach: 32, stops: '，。、；：！？“”《》（）()0123456789' },
    example: '重新公布。省长　李明|二○○七年四月二十二日|某省管理办法',
    counterExample: '省长李明|2月10日|主持召开会议',
  },
  {
    name: 'sentence-start',
    role: 'event',
    confidence: 0.97,
    before: /(?:^|[\n。！？!?”】：:—） 　]|讯|报道|消息|获悉)[\s　]*$/,
    after:
      /^(?:（[^）]{1,8}）)?(?:上午|下午|晚|晚上|中午|清晨|凌晨|早上|傍晚)?(?:\d{1,2}[时点](?:\d{1,2}分)?(?:许|左右)?)?(?:（[^）]{1,12}）)?[，,]|^(?:上午|下午|晚|至|在|召开|举行|[^，。\n]{2,24}(?:召开|举行|主持))/,
    lasts: `\n。！？!?”】：:—）讯道息悉${SPACES}`,
    example: '现场。|2月10日|，区委书记张某主持召开',
    counterExample: '习近平总书记|2月10日|在北京',
  },
  {
    name: 'after-occasion',
    role: 'event',
    confidence: 0.92,
    before: /(?:之际|前夕|之时|周年|到来|来临)[，,][\s　]*$/,
    after:
      /^(?:上午|下午|晚|晚上|中午|清晨|凌晨|早上|傍晚)?(?:[，,]|在|召开|举行|[^，。\n]{2,24}(?:召开|举行|主持))/,
    lasts: `，,${SPACES}`,
    example: '在建校50周年之际，|8月20日|，某区召开会议',
    counterExample: '经过努力，|8月20日|，工程完工',
  },
  {
    name: 'closed',
    role: 'event',
    confidence: 0.75,
    before: /于$/,
    after:
      /^(?:上午|下午|晚)?(?:在[^，。\n]{2,16})?(?:圆满完成[^。\n]{0,14})?(?:胜利|圆满|顺利)?(?:闭幕|落下帷幕)/,
    lasts: '于',
    firsts: '上下晚在圆胜顺闭落',
    example: '大会于|2019年1月25日|胜利闭幕',
    counterExample: '大会于|2019年1月20日|召开',
  },
  {
    name: 'before-event',
    role: 'event',
    confidence: 0.92,
    after:
      /^(?:上午|下午|晚上|晚|凌晨|中午|清晨)|^(?:至\d+日)?(?:在[^，。]{2,16})?(?:胜利|圆满|隆重|顺利)?(?:召开|举行|主持|印发|发布|会见|赴|到|来到|前往|闭幕|开幕|启动|举办|出席|听取|作出|公布|印发|下发|表示)/,
    firsts: '上下晚凌中清至在胜圆隆顺召举主印发会赴到来前闭开启出听作公表',
    example: '市委书记|9月11日|召开会议',
    counterExample: '|9月11日|的会议',
  },
  {
    name: 'bare-line',
    role: 'signed',
    confidence: 0.9,
    before: /(?:^|\n)[\s　]*$/,
    after: /^[\s　]*(?:$|\n)/,
    lasts: `\n${SPACES}`,
    firsts: `\n${SPACES}`,
    example: '某市人民政府\n|2023年5月9日|\n',
    counterExample: '\n|5月9日|，我市',
  },
  {
    name: 'signature',
    role: 'signed',
    confidence: 0.93,
    before:
      /(?:厅|局|委员会|办公室|政府|办公厅|委|会|院|部|司|署|中心|联合会|公司|总队|集团|行|社|组)[）)]?[\s　]*$/,
    after: /^(?:[^，。、日上下在召主]|$)/,
    lasts: `厅局会室府委院部司署心队团行社组）)\n${SPACES}`,
    example: '河北省人民政府办公厅|2023年5月9日|（此件公开发布）',
    counterExample: '中共中央政治局|9月11日|召开会议',
  },
];
