import type { Evidence } from '../types.ts';
import { DOCUMENT_PREFIXES } from './place-tables.ts';

const NUMBER = /([\u4e00-\u9fa5]{1,10})[〔［[(（](?:19|20)\d\d[〕］\])）]\s*第?\d{1,4}号/g;

/**
 * The jurisdiction that a document's own number names (冀政办发〔2019〕5号 → 130000). Numbers in brackets after a
 * title in 《》 are those of cited documents. `offset` is the position of `head` in the text.
 */
export function documentOrigin(
  head: string,
  offset: number,
): { readonly code: string; readonly evidence: Evidence } | null {
  if (!head.includes('号')) return null;
  for (const match of head.matchAll(NUMBER)) {
    const written = match[1] ?? '';
    const before = head.slice(Math.max(0, match.index - 3), match.index);
    if (/[》”][（(]?$|[（(]$|[和、及]$|[《]/.test(before)) continue;
    const code = prefixCode(written);
    if (code === null) continue;
    const start = offset + match.index;
    return { code, evidence: { start, end: start + match[0].length, rule: 'document-number' } };
  }
  return null;
}

function prefixCode(written: string): string | null {
  let best: readonly [string, string] | null = null;
  for (const prefix of DOCUMENT_PREFIXES) {
    if (written.startsWith(prefix[0]) && (best === null || prefix[0].length > best[0].length)) best = prefix;
  }
  return best === null || written.length < 2 ? null : best[1];
}
