import { listedFrom, MARK, marksOf } from '@/lib/marks';
import type { Evidence, Text } from '@/lib/types';
import { DOCUMENT_PREFIXES } from './place-tables.ts';

const NUMBER = /([\u4e00-\u9fa5]{1,10})[〔［[(（﹝](?:19|20)\d\d[〕］\])）﹞]\s*第?\d{1,4}号/g;
const NUMBERED = /[〕］\])）﹞]\s?第?\d{1,4}号/;
const CITED = /(?:[》”][（(]?|[（(]|[和、及]|《)$/;

/**
 * The jurisdiction that a document's own number in `[start, end)` names (冀政办发〔2019〕5号 → 130000). Numbers in
 * brackets after a title in 《》 are those of cited documents.
 */
export function documentOrigin(
  text: Text,
  start: number,
  end: number,
): { readonly code: string; readonly evidence: Evidence } | null {
  if (!mayBeNumbered(text, start, end)) return null;
  const head = text.string.slice(start, end);
  if (!NUMBERED.test(head)) return null;
  for (const match of head.matchAll(NUMBER)) {
    const written = match[1] ?? '';
    const before = head.slice(Math.max(0, match.index - 3), match.index);
    if (CITED.test(before)) continue;
    const code = prefixCode(written);
    if (code === null) continue;
    const at = start + match.index;
    return { code, evidence: { start: at, end: at + match[0].length, rule: 'document-number' } };
  }
  return null;
}

/** Whether 号 stands behind a digit in `[start, end)`. */
function mayBeNumbered(text: Text, start: number, end: number): boolean {
  const { number } = MARK;
  const marks = marksOf(text);
  const { at, bits, dated, datedCount } = marks;
  for (let d = listedFrom(marks, dated, datedCount, start); d < datedCount; d++) {
    const m = dated[d] as number;
    const position = at[m] as number;
    if (position >= end) return false;
    if (((bits[m] as number) & number) === 0) continue;
    const before = text.units[position - 1] ?? 0;
    if (before >= 0x30 && before <= 0x39) return true;
  }
  return false;
}

/** The longest listed prefix; text that runs into the number (通知冀科平〔2018〕11号) is passed over. */
function prefixCode(written: string): string | null {
  for (let from = 0; from < written.length - 1; from++) {
    let best: readonly [string, string] | null = null;
    for (const prefix of DOCUMENT_PREFIXES) {
      if (from > 0 && prefix[1] === '100000') continue;
      if (written.startsWith(prefix[0], from) && (best === null || prefix[0].length > best[0].length))
        best = prefix;
    }
    if (best !== null) return best[1];
  }
  return null;
}
