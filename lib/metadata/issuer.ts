import type { Issuer, Span, Text } from '../types.ts';

export interface IssuerRule {
  readonly name: string;
  readonly issuer: Issuer;
  readonly pattern: RegExp;
  readonly example: string;
  readonly counterExample: string;
}

/** Matched on the title and the first sentences; the match that stands first wins, the earlier rule where two start together. */
export const ISSUER_RULES: readonly IssuerRule[] = [
  {
    name: 'news-agency',
    issuer: 'medium',
    pattern:
      /^[\s　]*(?:央视网消息|新华社[\u4e00-\u9fa5]{0,8}\d|[\u4e00-\u9fa5]{2,6}(?:日报|晚报|商报|特区报)讯[^，。]{0,30}报道[：:](?!.{0,60}(?:市委|区委|县委|省委|政府)))/,
    example: '央视网消息（新闻联播）：今天，全国各地喜迎国庆。',
    counterExample: '2月10日，区委书记主持召开会议',
  },
  {
    name: 'congress',
    issuer: 'congress',
    pattern: /(?:人大常委会|人民代表大会常务委员会|人大(?=党组|机关|主任))(?!副?主任|和|、|会议精神)/,
    example: '省人大常委会举行第三次会议',
    counterExample: '市人大常委会主任吴某参加会议',
  },
  {
    name: 'cppcc',
    issuer: 'cppcc',
    pattern: /(?:政协(?:第[^，。]{1,8}届)?(?:常委会|委员会|党组|机关|主席会议|常务委员会))(?!和|、)/,
    example: '市政协党组召开会议',
    counterExample: '区政协主席龚某参加会议',
  },
  {
    name: 'government',
    issuer: 'government',
    pattern:
      /国务院(?!各部|[^，。]{0,4}(?:部|委|局))|人民政府(?!网)|[省市区县州]政府(?:办公[厅室]|常务会议|党组|全体会议|区长|市长|县长|网)?|政府(?:常务会议|工作报告|党组会议)|(?:^|[，。 　\n])副?[省市区县州]长(?![期])/,
    example: '区政府区长主持召开区政府常务会议',
    counterExample: '各级政府部门',
  },
  {
    name: 'party',
    issuer: 'party',
    pattern:
      /中共中央|中央(?:政治局|委员会|军委|纪委|深改委|财经委)|[省市区县州]委(?!员|托)|自治区党委|党委(?:常委会|书记|会议|中心组)|委常委会|习近平(?!新时代|经济|法治|生态|总书记关于|谈治国)/,
    example: '区委书记主持召开区委常委会会议',
    counterExample: '区委员会',
  },
  {
    name: 'department',
    issuer: 'department',
    pattern:
      /[\u4e00-\u9fa5]{2,12}(?:(?<!大)厅|局|总局|委员会|管委会|法院|检察院|银行)(?=[办关印发召举主2〔，。\s]|$)|[\u4e00-\u9fa5]{2,8}部(?=关于|办公厅|印发|等)/,
    example: '河北省生态环境厅关于印发',
    counterExample: '各部门各单位',
  },
];

/** Headlines may speak of several bodies; what is looked at ends here. */
const HEAD = 160;

/** Which kind of body issued the text or acts in it: the first that its title or first sentences name. */
export function findIssuer(text: Text, span: Span): Issuer | null {
  const head = text.string.slice(span.start, Math.min(span.end, span.start + HEAD));
  let best: IssuerRule | null = null;
  let first = HEAD;
  for (const rule of ISSUER_RULES) {
    const at = head.search(rule.pattern);
    if (at >= 0 && at < first) {
      best = rule;
      first = at;
      if (at === 0) break;
    }
  }
  return best === null ? null : best.issuer;
}
