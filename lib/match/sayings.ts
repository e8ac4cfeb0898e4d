import { isBoundedParallel } from './bounded';
import { FRAME_WORDS } from './bounded-tables';
import { type Candidate, foundByRule } from './candidate';
import { clausesAt } from './characters';
import { RULED } from './clause-sieve';
import { ENDS_IN_VERB } from './parallel-tables';
import { isRuledParallel } from './ruled-parallels';

/** An item of a list after the first: 二要加强监管, 其次是抓生产. */
const ITEM =
  /^(?:[二三四五六七八九十]{1,3}[是要]|第[二三四五六七八九十][是要]|其[次二三四五][是要为]?|再次[是要]?|最后[是要])/;

/** How far the words after the last clause are looked at. */
const REACH_AFTER = 8;

/**
 * Reads the saying of so many clauses of one length, one unit apart from `start` on, or null. `may` says what the kernel
 * found that they may be: a saying by a bounded rule, as bits, or by what they say (RULED), which comes first.
 */
export function readSaying(
  text: string,
  start: number,
  size: number,
  count: number,
  may: number,
): Candidate | null {
  const isSaying =
    ((may & RULED) !== 0 && isRuled(text, start, size, count)) ||
    isBoundedParallel(text, start, size, count, may & ~RULED);
  if (!isSaying || clausesAt(text, start, size, count).some((clause) => ITEM.test(clause))) return null;
  const end = start + count * (size + 1) - 1;
  let [first, all] = [start, count];
  if (text.charAt(start + size) === '，' && isLed(text, start, size, count, may)) {
    first -= size + 1;
    all++;
  }
  return foundByRule({ start: first, end }, clausesAt(text, first, size, all).join('、'), 'parallel');
}

/** What leads clauses between commas in, before the first of them, which the kernel takes for a longer one then. */
const LEADS = /(?:让|使|使得|要|就要|必须|真正|努力|做到|确保|坚持|实现|推动)$/;

/** Whether one more clause stands before those between commas, behind words that lead all of them in (让甲有乙，丙有丁). */
function isLed(text: string, start: number, size: number, count: number, may: number): boolean {
  const before = start - size - 1;
  if (before < 1 || text.charAt(start - 1) !== '，') return false;
  if (!LEADS.test(text.slice(Math.max(0, before - 2), before))) return false;
  const clauses = clausesAt(text, before, size, count + 1);
  const [first = ''] = clauses;
  const shares = [...first].some(
    (c, at) => FRAME_WORDS.includes(c) && clauses.every((clause) => clause.charAt(at) === c),
  );
  return shares && isBoundedParallel(text, before, size, count + 1, may);
}

/** Whether clauses are a saying by what they say, wherever they stand. */
function isRuled(text: string, start: number, size: number, count: number): boolean {
  if (isCutFromWord(text, start)) return false;
  const end = start + count * (size + 1) - 1;
  return isRuledParallel(clausesAt(text, start, size, count), text.slice(end, end + REACH_AFTER));
}

const MEANS_BEFORE = /(?<![可所予加得难足用借致何])以[一-龥]{0,4}$/;

/**
 * Whether what stands before shows that the first clause is longer than the others: 以更大决心、更大力度 says how,
 * 以创业聚人才、兴产业 by what, and 加强党建、抓实作风 begins with 加强, not with 强.
 */
function isCutFromWord(string: string, start: number): boolean {
  return (
    (ENDS_IN_VERB.has(string.slice(start - 1, start + 1)) && string.slice(start - 2, start) !== '创新') ||
    MEANS_BEFORE.test(string.slice(Math.max(0, start - 6), start))
  );
}
