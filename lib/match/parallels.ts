import { DOING, MOTTO_AFTER, MOTTO_BEFORE, OPPOSITES, PIVOTS } from './parallel-tables';
import { PatternSet } from './pattern-set';
import {
  isDescribed,
  isNamedPrinciple,
  isOfficialContext,
  isTheme,
  namesIlls,
  URGED,
} from './quoted-context';
import { isCoinage } from './quoted-tables';
import { isRuledParallel } from './ruled-parallels';

const CLAUSE = /^[\p{Script=Han}0-9A-Za-z%+]{2,14}$/u;
/** “稳、进、好”三字要求: single characters count where they are named as such. */
const SINGLE = /^\p{Script=Han}$/u;
const SINGLES_AFTER = /^(?:的)?(?:[三四五六七八]个?字|总?要求|作风|工作法|理念|标准|(?:工作)?思路)/;
const SEPARATED = new PatternSet([/[、，；]|[一-龥][ \u3000][一-龥]/]);
const SPOKEN =
  /[你您他她吗呢吧啊嘛哦呀咱]|我们|我的|我是|我要|先生|女士|已经|正在|因为|所以|如果|但是|这些|那些|什么|怎么|[了过]$/;

/**
 * Whether a quoted wording is a balanced saying (“预警、处置、打击”, “尽责是本分，失责必追究”):
 * two clauses or more, of equal length or built alike, and neither speech nor the motto of an event.
 * `before` and `after` are the words around, without the marks.
 */
export function isQuotedParallel(content: string, before: string, after: string): boolean {
  if (content.length < 5 || content.length > 60 || !SEPARATED.test(content) || SPOKEN.test(content))
    return false;
  const clauses = content.split(/[、，；]|[ \u3000]+/);
  if (clauses.length < 2 || clauses.length > 8) return false;
  // Spaces part the clauses of titles and names too: only a theme is known for a saying.
  if (/[ \u3000]/.test(content) && !isTheme(before, after)) return false;
  if (clauses.every((clause) => SINGLE.test(clause))) return clauses.length >= 3 && SINGLES_AFTER.test(after);
  if (!clauses.every((clause) => CLAUSE.test(clause))) return false;
  if (MOTTO_AFTER.test(after) || MOTTO_BEFORE.test(before)) return false;
  if (clauses.length >= 3 && (sharesPlace(clauses) || openAlike(clauses))) return true;
  if (answersOneAnother(clauses) || repeatsFrame(clauses)) return true;
  if (clauses.every(isCoinage)) return true;
  if (isRuledParallel(clauses, null)) return true;
  // A verse, a proverb or a description is balanced too; a saying of officials is introduced or named as one.
  if (namesIlls(before, after)) return false;
  const lengths = clauses.map((clause) => clause.length);
  const least = Math.min(...lengths);
  const most = Math.max(...lengths);
  if (least === most && isTheme(before, after)) return true;
  if (clauses.length >= 3 && least === most && URGED.test(before)) return true;
  if (!isOfficialContext(before, after))
    return (
      least === most &&
      least + clauses.length > 4 &&
      (!isVerse(clauses) || after.startsWith('的')) &&
      !isDescribed(before, after)
    );
  if (least === most) return true;
  if (clauses.length >= 3 && most - least <= (isNamedPrinciple(after) ? 3 : 1)) return true;
  return most - least <= 3 && (sharesPivot(clauses) || content.includes('，'));
}

/** Two clauses of five or of seven characters are most likely a verse. */
function isVerse([first = '', ...rest]: readonly string[]): boolean {
  return rest.length === 1 && (first.length === 5 || first.length === 7);
}

/** Whether clauses that differ by one character at most begin with the same one (“大校、大院、大企业”). */
function openAlike(clauses: readonly string[]): boolean {
  const [first = ''] = clauses;
  if (first.length > 4 || /^[一-十第两二三四五六七八九]/.test(first)) return false;
  return clauses.every((c) => c.charAt(0) === first.charAt(0) && Math.abs(c.length - first.length) <= 1);
}

/** Whether two clauses of one length begin with one word, or begin and end alike (“一张蓝图绘到底，一股韧劲干到底”). */
function repeatsFrame(clauses: readonly string[]): boolean {
  const [first = '', second = ''] = clauses;
  if (clauses.length !== 2 || first.length < 4 || first.length !== second.length || first === second)
    return false;
  if (first.charAt(0) !== second.charAt(0)) return false;
  if (first.length === 4 && first.charAt(1) === second.charAt(1)) return true;
  return first.slice(-2) === second.slice(-2);
}

/** Whether two clauses of one length begin with opposites (“小病不进城、大病不出岛”), or three with verbs of doing. */
function answersOneAnother(clauses: readonly string[]): boolean {
  const [first = '', second = ''] = clauses;
  if (first.length < 3 || clauses.some((clause) => clause.length !== first.length)) return false;
  if (clauses.length === 2) return OPPOSITES.has(first.charAt(0) + second.charAt(0));
  return first.length === 3 && clauses.every((clause) => DOING.test(clause));
}

/**
 * Whether clauses of one length have the same character in the same place, so that nothing but a saying is built
 * like that: at either end of short ones (“稳油、稳钢、稳车”), anywhere in longer ones.
 */
function sharesPlace(clauses: readonly string[]): boolean {
  const [first = '', ...rest] = clauses;
  if (first.length > 8 || rest.some((clause) => clause.length !== first.length)) return false;
  if (/^[一二三四五六七八九十第]/.test(first)) return false;
  return [...first].some((c, at) => {
    if (first.length <= 4 && at > 0 && at < first.length - 1) return false;
    return !/[性化率度类型]/.test(c) && rest.every((clause) => clause.charAt(at) === c);
  });
}

/** Whether all clauses have one character of the table of pivots in common. */
function sharesPivot(clauses: readonly string[]): boolean {
  const [first = '', ...rest] = clauses;
  return [...first].some((c) => PIVOTS.has(c) && rest.every((clause) => clause.includes(c)));
}
