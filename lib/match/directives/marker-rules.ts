import type { ListStyle } from '@/lib/types';

/** How a marker is attached to what stands before it. Higher is surer. */
export const Attachment = {
  /** In the middle of running characters, as where a page has lost its line breaks. */
  loose: 0,
  /** After a comma. */
  comma: 1,
  /** After the end of a sentence, a colon, a semicolon or a space. */
  sentence: 2,
  /** At the start of a paragraph. */
  paragraph: 3,
} as const;
export type Attachment = (typeof Attachment)[keyof typeof Attachment];

/**
 * Markers of one shape. Two shapes may share a style (`1.` and `1、`); only markers of one family
 * make a list together (一是…二要…三是 is one list).
 */
export interface MarkerRule {
  readonly style: ListStyle;
  readonly family: string;
  /** Sticky; group 1 is the numeral. The match is the marker, without the spaces that follow it. */
  readonly pattern: RegExp;
  /** The least attachment that it is taken for a marker with. */
  readonly least: Attachment;
  /** Characters that deny it when they stand right before it (统一、规范; 第（一）项). */
  readonly notAfter: string;
  /** Longer words that deny it there (附件1.). */
  readonly notAfterWord?: RegExp;
  /** What denies it when it follows, wherever the marker stands, and what denies it where no sentence ends before it. */
  readonly notBefore?: RegExp;
  readonly notBeforeLoose?: RegExp;
  /** Place in the usual hierarchy of a document, outermost first; null for the spoken ones, which go anywhere. */
  readonly rank: number | null;
  /** UTF-16 units that may lie between two neighbours of one list. */
  readonly reach: number;
  readonly examples: readonly string[];
  readonly counterExamples: readonly string[];
}

const CN = '[一二三四五六七八九十]{1,3}';
/** Characters that make a word of the numeral after them: 统一, 唯一, 第一, 五一. */
const WORDS_END_IN_ONE = '统唯第其之同单专合如划不逐万这那任某此哪每另初零〇百千两〔［[“"《为';
/** What follows a bracketed numeral that points to an item elsewhere: （一）项规定, （一）至（三）, （87）国科发. */
const BRACKET_REFERENCE =
  / ?(?:[项款条](?:规定|所|的|至|、|和|或|中|情形|行为|[，。；）])|[至和或及与、] ?(?:第|[（(])|号|国(?:发|办|科|税)[发字办〔［]|[（(])/y;
/** A greater numeral and what it counts, after a comma: 三、四线城市, 一、二期; but 六、一次性补助 is a section. */
const NEXT_OF_A_PAIR = new RegExp(
  `(?:${Array.from('一二三四五六七八九', (n, i) => `(?<=${n}[、.．])[${'二三四五六七八九十'.slice(i)}]`).join('|')})` +
    '[一二三四五六七八九十]{0,2}(?:[、期线季类级产次等号楼中小幼届月把]|年级|季度)',
  'y',
);
const SPOKEN_REACH = 4_000;
const SECTION_REACH = 60_000;
const ITEM_REACH = 20_000;

export const MARKER_RULES: readonly MarkerRule[] = [
  {
    style: '一是',
    family: 'spoken',
    pattern: new RegExp(`(${CN}) ?是[：:，]?`, 'y'),
    least: Attachment.loose,
    notAfter: `${WORDS_END_IN_ONE}一二三四五六七八九十0123456789`,
    rank: null,
    reach: SPOKEN_REACH,
    examples: ['一是压实责任', '；十二是抓好宣传', '。二 是补齐短板', '重点任务一是夯实基础'],
    counterExamples: ['统一是大势所趋', '第一是效率', '之一是水利'],
  },
  {
    style: '一要',
    family: 'spoken',
    pattern: new RegExp(`(${CN}) ?要`, 'y'),
    least: Attachment.loose,
    notAfter: `${WORDS_END_IN_ONE}一二三四五六七八九十0123456789`,
    notBefore: /[求务素点害塞件闻紧领义道]/y,
    rank: null,
    reach: SPOKEN_REACH,
    examples: ['一要提高认识', '；三要严明纪律', '工作要求一要提高认识'],
    counterExamples: ['统一要求', '，二要素检验', '第一要务'],
  },
  {
    style: '第一',
    family: 'ordinal',
    pattern: new RegExp(`第(${CN}) ?(?:[，,、：:]|是|要(?![务求素点])|[.．](?!\\d))`, 'y'),
    least: Attachment.comma,
    notAfter: '',
    notBefore: /第[一二三四五六七八九十]/y,
    rank: null,
    reach: ITEM_REACH,
    examples: ['第一，统一思想', '。第二、严格管理', '第三是强化保障'],
    counterExamples: ['第一产业', '第一次会议', '第一，第二产业', '第一、第二、第三产业', '位居第一，第二年'],
  },
  {
    style: '首先',
    family: 'order',
    pattern: /(首先|首要(?=的?是)|其次|再次(?=[，,：:是要])|最后(?=[，,：:是要]))(?:[，,：:]|的?是|要)?/y,
    least: Attachment.comma,
    notAfter: '',
    rank: null,
    reach: 1_500,
    examples: [
      '首先，要把好入口关',
      '。其次要管住过程',
      '。再次，加强督查',
      '。最后，务求实效',
      '，首要的是抓安全',
      '。首要是建章立制',
    ],
    counterExamples: ['再次强调', '最后一公里', '，首要任务是防汛', '。首要的问题'],
  },
  {
    style: '其一',
    family: 'one-of',
    pattern: /其([一二三四五六七八九十])(?:[，,：:、]|是|为)/y,
    least: Attachment.comma,
    notAfter: '',
    rank: null,
    reach: SPOKEN_REACH,
    examples: ['其一，底数不清', '；其二是手段不多'],
    counterExamples: ['取其一，其余不论', '其一生'],
  },
  {
    style: '（一）',
    family: 'bracketed-chinese',
    pattern: new RegExp(`[（(] ?(${CN}) ?[）)][、.．]?`, 'y'),
    least: Attachment.loose,
    notAfter: '第款条项至和或及与、',
    notBefore: BRACKET_REFERENCE,
    rank: 2,
    reach: SECTION_REACH,
    examples: ['（一）加强领导', '。（十一）严格考核', '主要任务（二）优化布局'],
    counterExamples: ['第（一）项', '（一）至（三）', '（一）、（二）项', '（一）项规定'],
  },
  {
    style: '一、',
    family: 'chinese-comma',
    pattern: new RegExp(`(${CN}) ?[、.．]`, 'y'),
    least: Attachment.loose,
    notAfter: `${WORDS_END_IN_ONE}一二三四五六七八九十0123456789、周`,
    notBefore: NEXT_OF_A_PAIR,
    notBeforeLoose: /[一二三四五六七八九十\d](?!\d{3}年)/y,
    rank: 1,
    reach: SECTION_REACH,
    examples: [
      '一、总体要求',
      '。二、重点任务',
      '工作方案一、工作目标',
      '9月三、活动范围',
      '三、2022年工作安排',
      '：一、三年来的工作',
    ],
    counterExamples: [
      '三、四线城市',
      '一、二期工程',
      '统一、规范',
      '第一、第二产业',
      '周一、周三',
      '用三、四年时间',
    ],
  },
  {
    style: '1.',
    family: 'arabic',
    pattern: /(\d{1,2}) ?(?:[.．、](?!\d)|[.．、](?=20\d\d年)|[.．](?=\d{1,3}个(?!百分点|月)))/y,
    least: Attachment.loose,
    notAfter: '0123456789.．-—–~/%％、表图第〔年月日IVXNOvno',
    notAfterWord: /附[件表图录]$|(?:编|型|文)号$/,
    notBefore: /(?: ?[%％])|(?:com|cn|gov)/y,
    notBeforeLoose: /\d(?!\d{3}年)/y,
    rank: 3,
    reach: ITEM_REACH,
    examples: ['1.提高站位', '。2、压实责任', '申报条件1.依法登记', '3.2023年底前完成', '。1.22个乡镇'],
    counterExamples: ['增长1.5%', '共1.22个', '1.2 建设内容', '1、2号楼', '附件1.'],
  },
  {
    style: '（1）',
    family: 'bracketed-arabic',
    pattern: /[（(] ?(\d{1,2}) ?[）)][、.．]?/y,
    least: Attachment.loose,
    notAfter: '第款条项至和或及与、式表图注0123456789',
    notAfterWord: /附[件表图录]$/,
    notBefore: BRACKET_REFERENCE,
    rank: 4,
    reach: ITEM_REACH,
    examples: ['（1）落实专人', '；（2）定期通报'],
    counterExamples: ['第（1）项', '公式（1）', '（1）至（3）'],
  },
  {
    style: '（1）',
    family: 'half-bracket',
    pattern: /(\d{1,2}) ?[）)]/y,
    least: Attachment.sentence,
    notAfter: '（(',
    rank: 5,
    reach: ITEM_REACH,
    examples: ['1）落实专人', '；2）定期通报'],
    counterExamples: ['（1）', '（附件1）', '（2021）'],
  },
  {
    style: '⑴',
    family: 'parenthesised',
    pattern: /([⑴-⒇])[、.．]?/y,
    least: Attachment.loose,
    notAfter: '第注至和、',
    rank: 6,
    reach: ITEM_REACH,
    examples: ['⑴建立台账', '；⑵逐项销号', '。⒇归档'],
    counterExamples: ['注⑴', '第⑴项'],
  },
  {
    style: '①',
    family: 'circled',
    pattern: /([①-⑳㉑-㉟])[、.．]?/y,
    least: Attachment.loose,
    notAfter: '第注至和、',
    rank: 7,
    reach: ITEM_REACH,
    examples: ['①建立台账', '；②逐项销号'],
    counterExamples: ['注①', '第①项'],
  },
];
