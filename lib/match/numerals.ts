import { COMMON_SINGLE, FIXED_NOT_SLOGANS, MEASURED, NUMERAL_RULES } from './numeral-tables';
import { PatternSet } from './pattern-set';

/** What quoted numbers may be. */
export const NUMERALS = new PatternSet(NUMERAL_RULES.map((rule) => rule.pattern));
const OPENINGS = new Set('一二三四五六七八九十两双多百千万全123456789');

/**
 * Whether a quoted wording is a number that stands for a named set (“三个不能出问题”, “五城”, “两稳一保一防”).
 * `content` is what stands between the quotation marks, normalised.
 */
export function isQuotedNumeral(content: string): boolean {
  if (content.length < 2 || content.length > 16 || !NUMERALS.test(content)) return false;
  if (!OPENINGS.has(content.charAt(0)) && !content.endsWith('条')) return false;
  if (FIXED_NOT_SLOGANS.has(content) || MEASURED.test(content)) return false;
  return content.length > 2 || !COMMON_SINGLE.has(content);
}

/** Quoted numbers that words after them have to name. */
export const NAMED_NUMBER = new PatternSet([/^[两三四五六七八九十]\p{Script=Han}{2,4}$/u]);
const NAMED_AFTER =
  /^等?[一-龥]{0,4}?(?:机制|模式|工程|改革|要求|抽查|目标|原则|举措|任务|制度|工作法|做法|标准|导向|体系)/;

/** Whether a quoted number is called a mechanism, a project, a demand and the like (“四随机”抽查). */
export function isNamedNumeral(content: string, after: string): boolean {
  return (
    NAMED_NUMBER.test(content) &&
    NAMED_AFTER.test(after) &&
    !MEASURED.test(content) &&
    !FIXED_NOT_SLOGANS.has(content)
  );
}
