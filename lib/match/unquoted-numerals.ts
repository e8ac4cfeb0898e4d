import type { Span } from '@/lib/types';
import { isHan } from './characters';

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

/** For every rule, in order, what can follow the number at once: one look-up settles most numbers. */
const FOLLOWING: readonly string[] = [
  '到稳保防降提查清改优严强促补送集统落处确坚结公随整不管转创联建评治',
  '轮核城区链翼网医业位维一二三四五六七八九',
  '村县镇乡企校家户人项事案馆园区市省城院厂地岗生业链店产街矿井湖河山林田库圩车船品国楼栋组',
  '个一二三四五六七八九',
  '方',
];
const RULES_BY_SECOND = new Uint8Array(0x10000);
for (const [rule, characters] of FOLLOWING.entries()) {
  for (let i = 0; i < characters.length; i++) {
    const unit = characters.charCodeAt(i);
    RULES_BY_SECOND[unit] = (RULES_BY_SECOND[unit] ?? 0) | (1 << rule);
  }
}
/** 一 begins chains and 一企一策; the other numbers begin everything but the latter. */
const ONE = '一'.charCodeAt(0);
const RULES_OF_ONE = 0b0101;
const RULES_OF_OTHERS = 0b11011;
const BEFORE_NUMBER = new Set(
  [...'第一二三四五六七八九十百千万两年月同统唯单专之每逐'].map((c) => c.charCodeAt(0)),
);

/** Whether the number at `at` goes on one before it, or counts otherwise (第三, 同一). */
export function followsNumber(text: string, at: number): boolean {
  return at > 0 && BEFORE_NUMBER.has(text.charCodeAt(at - 1));
}

/** Reads an unquoted slogan whose number stands at `at`, or null. */
export function readUnquotedNumeral(text: string, units: Uint16Array, at: number): Span | null {
  const rules =
    (RULES_BY_SECOND[units[at + 1] ?? 0] ?? 0) & (units[at] === ONE ? RULES_OF_ONE : RULES_OF_OTHERS);
  if (rules === 0) return null;
  if (at > 0 && BEFORE_NUMBER.has(units[at - 1] ?? 0)) return null;
  for (let i = 0; i < UNQUOTED_RULES.length; i++) {
    if ((rules & (1 << i)) === 0) continue;
    const { pattern } = UNQUOTED_RULES[i] as UnquotedRule;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) continue;
    const end = at + found[0].length;
    return endsWell(text, units, end) ? { start: at, end } : null;
  }
  return null;
}

/** 一企一策略 is no 一企一策: after the match no word may go on that it would cut. */
function endsWell(text: string, units: Uint16Array, end: number): boolean {
  if (end >= text.length || !isHan(units[end] ?? 0)) return true;
  return !'略划牌色度率量度化性'.includes(text.charAt(end));
}
