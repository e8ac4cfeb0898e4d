import { isDigit } from '@/lib/marks';
import type { WordingRule } from './numeral-tables';

/** Formulas in quotation marks: numbers or words joined by +, and number codes. */
export const FORMULA_RULES: readonly WordingRule[] = [
  {
    name: 'numbers joined by +',
    pattern: /^(?:\d{1,3}|N|X|n)(?:\+(?:\d{1,3}|N|X|n)){1,6}$/,
    example: '1+1+9',
    counterExample: '1+1=2',
  },
  {
    name: 'numbered things joined by +',
    pattern: /^[\p{Script=Han}0-9A-Za-z]{1,10}(?:\+[\p{Script=Han}0-9A-Za-z]{1,10}){1,6}$/u,
    example: '水肥一体化+密植',
    counterExample: '86+010',
  },
  {
    name: 'one thing joined to several',
    pattern: /^\p{Script=Han}{1,8}(?:\+\p{Script=Han}{1,8})(?:、\+\p{Script=Han}{1,8}){1,6}$/u,
    example: '渔业+加工、+文旅、+科普',
    counterExample: '农业、+旅游',
  },
  {
    name: 'works known by a code',
    pattern: /^(?!211|985|863|973)\d{3,4}(?:工程|行动|战略|工作法)$/,
    example: '1351工程',
    counterExample: '211工程',
  },
  {
    name: 'open ended',
    pattern: /^[\p{Script=Han}A-Za-z0-9]{1,6}\+$/u,
    example: '党建+',
    counterExample: '100+',
  },
  {
    name: 'open in front',
    pattern: /^\+\p{Script=Han}{1,6}$/u,
    example: '+旅游',
    counterExample: '+86',
  },
  {
    name: 'number code',
    pattern: /^\d{3,6}$/,
    example: '1310',
    counterExample: '12345',
  },
];

/** Years, hotlines, routes and projects known by a number. */
const NUMBER_NAMES =
  /^(?:19\d\d|20\d\d|1[12]\d|12\d{3}|10[01]\d\d|12306|96\d{3}|95\d{3}|211|985|863|973|232|337|360|520|315|709|731|747|737|777|787)$/;
/** Nouns that no hotline and no year stands before. */
const STRONG_NOUN = /^(?:发展|工作|总体)?(?:思路|战略布局|工作法|发展战略|交通圈|生活圈|经济圈)/;
const CODE_NOUN =
  /^(?:[一-龥]{0,4}?)(?:工作|部署|安排|要求|体系|工程|行动|思路|战略|布局|格局|模式|机制|规划|框架|目标|计划|项目|预警|响应|[一-龥]{2}圈)/;
/** What follows a pattern for names (“地名+实验室”方式命名), which is no formula. */
const NAMING = /^(?:的?(?:方式|形式|格式))?命名|^的?格式|^字样/;
/** Sums, generations of networks, and names of international mechanisms. */
const NO_FORMULA =
  /^(?:欧佩克|OPEC|G\d+|金砖|16|17|上合|东盟|中亚|基础四国)(?:国家)?\+(?:\d*|[一-龥]{0,4}国?)$|^(?:\+|00)?\d{2,3}\+\d{2,}$|^\d+\+$|^5G\+$|^[A-F]{1,3}\+$/;

/** 10+个项目, 20+家企业: that many and more. */
const AT_LEAST = /^\d+\+(?:个(?![性体人])|家(?!庭|校|园)|项(?!目)|亿|万|条(?!例)|座(?!谈)|公里|余)[^+]*$/;

/** Whether a quoted wording is a formula; `after` is the text after the closing mark. */
export function isQuotedFormula(quoted: string, after: string): boolean {
  const content = quoted.includes(' ') ? quoted.replaceAll(' ', '') : quoted;
  if (!isDigit(content.charCodeAt(0)) && !content.includes('+')) return false;
  if (content.length < 2 || content.length > 40) return false;
  const rule = FORMULA_RULES.find((r) => r.pattern.test(content));
  if (rule === undefined || NO_FORMULA.test(content) || NAMING.test(after)) return false;
  if (AT_LEAST.test(content)) return false;
  if (rule.name === 'number code') {
    return CODE_NOUN.test(after) && (!NUMBER_NAMES.test(content) || STRONG_NOUN.test(after));
  }
  return true;
}

const UNQUOTED = /\d{1,2}(?:\+(?:\d{1,2}|N|X)){1,6}(?![\d.+=:：%‰A-Za-z>＞<≥〉》]|-\d)/y;
const FORMULA_NOUN =
  /^(?:”)?[一-龥]{0,2}?(?:工作|部署|安排|要求|体系|工程|行动|思路|战略|布局|格局|模式|机制|规划|框架|目标|计划|政策|举措|方案|产业|现代)/;

/**
 * Reads an unquoted formula whose first + stands at `plus`: three numbers or more, or two before a word such as
 * 模式 or 体系. Returns its span or null. Sums (=), ratios, scores and dialling codes are none.
 */
export function readUnquotedFormula(text: string, plus: number): { start: number; end: number } | null {
  let start = plus;
  while (start > 0 && plus - start < 3 && /\d/.test(text.charAt(start - 1))) start--;
  if (start === plus || plus - start > 2) return null;
  if (start > 0 && /[\d.+=\-/×A-Za-z:：]/.test(text.charAt(start - 1))) return null;
  UNQUOTED.lastIndex = start;
  const found = UNQUOTED.exec(text);
  if (found === null) return null;
  const end = start + found[0].length;
  const parts = found[0].split('+').length;
  const noun = FORMULA_NOUN.test(text.slice(end, end + 8));
  return parts >= 3 || noun ? { start, end } : null;
}
