import { anyOf } from './any-of';
import {
  CLAUSE_RULES,
  DOING,
  MOTTO_AFTER,
  MOTTO_BEFORE,
  OPPOSITES,
  PIVOTS,
  SAYING_OPENINGS,
  SAYING_PIVOTS,
} from './parallel-tables';
import {
  isDescribed,
  isNamedPrinciple,
  isOfficialContext,
  isTheme,
  namesIlls,
  URGED,
} from './quoted-context';
import { isCoinage } from './quoted-tables';

const CLAUSE = /^[\p{Script=Han}0-9A-Za-z%+]{2,14}$/u;
/** “稳、进、好”三字要求: single characters count where they are named as such. */
const SINGLE = /^\p{Script=Han}$/u;
const SINGLES_AFTER = /^(?:的)?(?:[三四五六七八]个?字|总?要求|作风|工作法|理念|标准|(?:工作)?思路)/;
const SEPARATED = /[、，；]|[一-龥][ \u3000][一-龥]/;
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
  if (isUnquotedParallel(clauses, '')) return true;
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

/** A Han character after the last clause that is part of it, so that the clause is longer than the others. */
const GOES_ON = /^[一-龥](?<![的地等和与及是就也都才方并])/;
/** What may follow clauses of verb and object at once: the things that they are done with or named as. */
const FOLLOWS =
  /^(?!等[人\d]|[二两三]人)(?:目标|[的等各工任措政要和与及是为在也都上下中并以提发留功行举重双作有新从背项两三四五六七八](?!.、)|[^一-龥]|$)/;

const ANY_CLAUSE = anyOf(CLAUSE_RULES.map((rule) => rule.clause));

/** Whether a wording may be a clause of a saying by any of the rules. */
export function isClause(wording: string): boolean {
  return ANY_CLAUSE.test(wording);
}

/**
 * Whether clauses of equal length without quotation marks form a saying by one of the rules.
 * `after` is the text after the last clause.
 */
export function isUnquotedParallel(clauses: readonly string[], after: string): boolean {
  if (clauses.length < 2 || !clauses.every(isClause)) return false;
  if (new Set(clauses).size !== clauses.length || namesIlls('', after)) return false;
  return CLAUSE_RULES.some(
    (rule) =>
      clauses.length >= rule.leastClauses &&
      (rule.goesOn ? FOLLOWS.test(after) : !GOES_ON.test(after)) &&
      sharesAt(clauses, rule.sameAt) &&
      clauses.every(
        (clause) => rule.clause.test(clause) && opensAlike(clause, clauses[0] ?? '', rule.sameOpening),
      ),
  );
}

function sharesAt(clauses: readonly string[], at: number | undefined): boolean {
  return at === undefined || clauses.every((clause) => clause.charAt(at) === clauses[0]?.charAt(at));
}

function opensAlike(clause: string, first: string, size = 0): boolean {
  return clause.startsWith(first.slice(0, size));
}

const OPENS = 1;
const PIVOT = 2;
const HINTS = new Uint8Array(0x10000);
for (const [bit, units] of [
  [OPENS, SAYING_OPENINGS],
  [PIVOT, SAYING_PIVOTS],
] as const)
  for (let i = 0; i < units.length; i++) HINTS[units.charCodeAt(i)] = (HINTS[units.charCodeAt(i)] ?? 0) | bit;

/** Whether the first clause fits any rule of unquoted parallels by its characters: settles most runs of 、 at once. */
export function mayBeSaying(units: Uint16Array, start: number, end: number): boolean {
  if (((HINTS[units[start] ?? 0] ?? 0) & OPENS) !== 0) return true;
  for (let i = start + 1; i < end; i++) if (((HINTS[units[i] ?? 0] ?? 0) & PIVOT) !== 0) return true;
  return false;
}
