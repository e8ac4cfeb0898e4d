import type { Genre, Span, Text } from '../types.ts';

export interface GenreRule {
  readonly name: string;
  readonly genre: Genre;
  /** Characters from the start in which the pattern is looked for. */
  readonly within: number;
  readonly pattern: RegExp;
  readonly example: string;
  readonly counterExample: string;
}

/** The first rule that fits decides. */
export const GENRE_RULES: readonly GenreRule[] = [
  {
    name: 'work-report',
    genre: 'report',
    within: 400,
    pattern:
      /(?:政府|常务委员会|常委会|法院|检察院)工作报告(?:（|\n|——|$)|年[\u4e00-\u9fa5]{0,12}(?:政府工作报告|工作总结|工作报告|年度报告)|(?:现在，?)?我(?:代表|受)[^，。]{2,20}，?(?:向大会|向会议)[^。]{0,6}报告/,
    example: '各位代表：现在，我代表省人民政府，向大会报告政府工作',
    counterExample: '会议讨论了政府工作报告，决定',
  },
  {
    name: 'speech-title',
    genre: 'speech',
    within: 80,
    pattern:
      /(?:的讲话|讲话（?摘要|的致辞|讲话稿|的发言|贺词|在[^，。\n]{4,40}上的(?:讲话|发言|致辞))(?:\n|（|$)|^[^\n。]{0,40}(?:同志们|朋友们|各位来宾)[：:！]/,
    example: '在全市经济工作会议上的讲话\n',
    counterExample: '学习贯彻重要讲话精神',
  },
  {
    name: 'notice-title',
    genre: 'notice',
    within: 120,
    pattern:
      /^[^\n。，]{0,110}?(?:的通知|的通告|的公告|的决定|的意见|的批复|的函|的通报|的命令|的公示|办法|条例|规定|实施细则|规则|规划|实施方案|行动计划|若干措施|的实施意见|名单|目录|标准|指南)(?:（[^）]{1,16}）|》)?(?:[\s　\n]|$|[（(]?[\u4e00-\u9fa5]{1,10}[〔［[(]|各|为)/,
    example: '关于印发《某办法（试行）》的通知\n各市人民政府',
    counterExample: '会议审议了关于某事的决定',
  },
  {
    name: 'document-number',
    genre: 'notice',
    within: 200,
    pattern:
      /(?:^|[\n\s　知见定])[\u4e00-\u9fa5]{2,10}[〔［](?:19|20)\d\d[〕］]\d{1,4}号|政府令[〔［[(（]?(?:19|20)?\d|制定本(?:办法|规定|条例|细则)|现印发(?:给)?你们/,
    example: '通知\n冀政办发〔2019〕5号\n各市人民政府',
    counterExample: '按照《意见》（国办发〔2019〕5号）要求',
  },
  {
    name: 'meeting',
    genre: 'meeting',
    within: 400,
    pattern:
      /(?:主持召开|召开|举行)[^。；\n]{0,40}(?:会议|大会|全会|座谈会|推进会|动员会|电视电话会|汇报会|学习会|例会|协调会|部署会|调度会)|(?:会议|大会|全会|座谈会|学习会)[^，。\n]{0,20}(?:召开|举行|闭幕|开幕)|会议(?:指出|强调|要求|认为|听取|传达|审议)/,
    example: '2月10日，区委书记主持召开区委常委会会议',
    counterExample: '代表们走出会场',
  },
  {
    name: 'news',
    genre: 'news',
    within: 240,
    pattern:
      /(?:本报讯|日报讯|晚报讯|记者|通讯员|央视网消息|新华社|中新社)|(?:今天|昨天|今日|昨日|日前|近日|\d{1,2}日)[，,上下]|(?:考察|视察|调研|会见|会谈|出席|慰问)/,
    example: '央视网消息（新闻联播）：今天，全国各地',
    counterExample: '第一条 为了规范',
  },
];

/** What kind of text it is; null where no rule of the table fits. */
export function findGenre(text: Text, span: Span): Genre | null {
  for (const rule of GENRE_RULES) {
    const head = text.string.slice(span.start, Math.min(span.end, span.start + rule.within));
    if (rule.pattern.test(head)) return rule.genre;
  }
  return null;
}
