import type { Span } from '@/lib/types';

/** How an unquoted number that stands for a set reads; tried at every Chinese digit. */
export interface UnquotedRule {
  readonly name: string;
  /** Sticky; the whole match is the slogan. */
  readonly pattern: RegExp;
  readonly example: string;
  readonly counterExample: string;
}

const NUMBER = '(?:十[一二三四五六七八九]?|[二三四五六七八九两双])';
const PART =
  '(?:到位|稳|保|防|降|提|查|清|改|优|严|强|促|补|送|集中|统一|落实|处理|确保|坚持|结合|公开|随机|提升|整治|不|管|必须|转|创|联|建|评|治)';

export const UNQUOTED_RULES: readonly UnquotedRule[] = [
  {
    name: 'chain of numbers',
    pattern: new RegExp(
      `[一二三四五六七八九十两]${PART}(?:、?[一二三四五六七八九十两]${PART})+(?![一-龥]{0,1}[个名项次年月日])`,
      'y',
    ),
    example: '三到位一处理',
    counterExample: '三到五天',
  },
  {
    name: 'so many wheels drive',
    pattern: new RegExp(
      `${NUMBER}(?:[轮核城区链翼网医业](?:驱动|联动|引领|互动|叠加|协同|融合|并进|齐驱|共治|同创)|[位维]一体)`,
      'y',
    ),
    example: '双轮驱动',
    counterExample: '双轮车辆',
  },
  {
    name: 'one each',
    pattern:
      /一[村县镇乡企校家户人项事案馆园区市省城院厂园地岗生业链店产街矿井湖河山林田库圩车船品国楼栋组](?:一)(?:策|品|档|案|码|表|册|业|图|方案|清单|对策|专班|特色|主题|预案|台账|议|执法员|幼|院)/y,
    example: '一企一策',
    counterExample: '一家一户',
  },
  {
    name: 'so many without exception',
    pattern:
      /(?:十[一二三四五六七八九]?|[二三四五六七八九两]|1?\d)个(?:100%|百分之百|一律|严禁|不准|不放过|到位|必须|不得)(?![一-龥]{2}[，。、][一-龥])/y,
    example: '五个100%',
    counterExample: '五个部门',
  },
  {
    name: 'so many sides answer',
    pattern: /[三四五六]方责任/y,
    example: '四方责任',
    counterExample: '四方合作',
  },
];

/** What a number must not follow that is read: it goes on one before it, or counts otherwise (第三, 同一). */
export const BEFORE_NUMBER = '第一二三四五六七八九十百千万两年月同统唯单专之每逐';

/** Reads an unquoted slogan whose number stands at `at`, or null; `may` are the rules, as bits, that it may be found by. */
export function readUnquotedNumeral(text: string, at: number, may: number): Span | null {
  for (let i = 0; i < UNQUOTED_RULES.length; i++) {
    if ((may & (1 << i)) === 0) continue;
    const { pattern } = UNQUOTED_RULES[i] as UnquotedRule;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) continue;
    const end = at + found[0].length;
    return endsWell(text, end) ? { start: at, end } : null;
  }
  return null;
}

/** 一企一策略 is no 一企一策: after the match no word may go on that it would cut. */
function endsWell(text: string, end: number): boolean {
  return end >= text.length || !'略划牌色度率量度化性'.includes(text.charAt(end));
}
