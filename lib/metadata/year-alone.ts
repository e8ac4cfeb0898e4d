import { isDigit, listedFrom, MARK, marksOf } from '@/lib/marks';
import type { DateFinding, Span, Text } from '@/lib/types';

const TITLE_YEAR =
  /(?<!\d)((?:19|20)\d\d)年(?=[^，。“\n]{0,16}(?:工作报告|年度报告|公报|工作总结|工作要点|预算|决算|年报))/;
const DOCUMENT_YEAR = /[〔［[(（]((?:19|20)\d\d)[〕］\])）]第?\d{1,4}号/;

/** A number behind the name of another document is that document's. */
const CITED_DOCUMENT = /[》】]\s*$|[》】][（(]?[^，。]{0,8}$/;

/** Titles and numbers stand at the beginning. */
const HEAD = 120;

/** Which of 年 and 号 stand behind a digit in `[start, end)`, as bits of MARK. */
function behindDigits(text: Text, start: number, end: number): number {
  const wanted = MARK.year | MARK.number;
  const marks = marksOf(text);
  const { at, bits, dated, datedCount } = marks;
  let found = 0;
  for (let d = listedFrom(marks, dated, datedCount, start); d < datedCount; d++) {
    const m = dated[d] as number;
    const position = at[m] as number;
    if (position >= end) break;
    const own = (bits[m] as number) & wanted;
    if (own !== 0 && position > 0 && isDigit(text.units[position - 1] as number)) found |= own;
  }
  return found;
}

/** A year alone: of the report in the title, of the document's own number; null where neither names one. */
export function findYearAlone(text: Text, span: Span): DateFinding | null {
  const headEnd = Math.min(span.end, span.start + HEAD);
  const found = behindDigits(text, span.start, headEnd);
  if (found === 0) return null;
  const head = text.string.slice(span.start, headEnd);
  const own = (found & MARK.number) === 0 ? null : DOCUMENT_YEAR.exec(head);
  if (own !== null && !CITED_DOCUMENT.test(head.slice(0, own.index)))
    return yearAt(span.start, own, 'document-number');
  const title = (found & MARK.year) === 0 ? null : TITLE_YEAR.exec(head);
  return title === null ? null : yearAt(span.start, title, 'title-year');
}

function yearAt(offset: number, match: RegExpExecArray, rule: string): DateFinding {
  const start = offset + match.index;
  const evidence = [{ start, end: start + match[0].length, rule }];
  return { value: match[1] ?? '', precision: 'year', confidence: 0.6, evidence };
}
