import { ACTING, PIVOTS } from './parallel-tables';

const CLAUSE = /^[\p{Script=Han}0-9A-Za-z%+]{2,14}$/u;
const SPOKEN =
  /[你您他她吗呢吧啊嘛哦呀]|我们|咱|先生|女士|可以|已经|正在|因为|所以|如果|但是|这些|那些|什么|怎么/;

/**
 * Whether a quoted wording is a balanced saying (“预警、处置、打击”, “尽责是本分，失责必追究”):
 * two clauses or more, of equal length or built alike, and not a piece of speech.
 */
export function isQuotedParallel(content: string): boolean {
  if (content.length < 5 || content.length > 60 || SPOKEN.test(content)) return false;
  const clauses = content.split(/[、，；]|(?<=[一-龥])\s+(?=[一-龥])/);
  if (clauses.length < 2 || clauses.length > 8 || !clauses.every((c) => CLAUSE.test(c))) return false;
  const lengths = clauses.map((c) => c.length);
  const least = Math.min(...lengths);
  const most = Math.max(...lengths);
  if (least === most) return true;
  return most - least <= 2 && least >= 3 && sharesPivot(clauses);
}

/** Whether all clauses have one character of the table of pivots in common. */
function sharesPivot(clauses: readonly string[]): boolean {
  const [first = '', ...rest] = clauses;
  return [...first].some((c) => PIVOTS.has(c) && rest.every((clause) => clause.includes(c)));
}

/**
 * Whether clauses of equal length form a saying without quotation marks: the same pivot (不 要 应 尽 …) at the
 * same position in all of them, or all of them a verb of the table and its object (控增量、减存量).
 */
export function isUnquotedParallel(clauses: readonly string[]): boolean {
  const [first = '', ...rest] = clauses;
  if (rest.length === 0 || new Set(clauses).size !== clauses.length) return false;
  const size = first.length;
  if (size === 3 && clauses.every((clause) => ACTING.has(clause.charAt(0)) && !isName(clause))) return true;
  if (size < 3 || size > 8) return false;
  for (let at = 0; at < size; at++) {
    const c = first.charAt(at);
    if (PIVOTS.has(c) && rest.every((clause) => clause.charAt(at) === c) && isPivotal(clauses, at))
      return true;
  }
  return false;
}

/** 稳 in 稳定 and 强 in 强度 are parts of words. */
function isName(clause: string): boolean {
  return /^(?:稳定|强度|强化|控制|保障|保护|保证|防止|防控|促进|增加|减少|提高|提升|抓好|建设|建立|创新|转移|补充|优化|破坏|治疗|治安)/.test(
    clause,
  );
}

/** A pivot inside must not be the last character, except where it doubles another (应收尽收). */
function isPivotal(clauses: readonly string[], at: number): boolean {
  const size = clauses[0]?.length ?? 0;
  return at < size - 1;
}
