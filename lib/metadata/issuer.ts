import type { Issuer, Span, Text } from '@/lib/types';
import type { Head } from './head.ts';

const MEDIUM = /^[\s　]*(?:央视网消息|新华社|中新社|[\u4e00-\u9fa5]{2,6}(?:日报|晚报|商报|特区报|时报)讯)/;

/**
 * Which kind of body issued the text or acts in it: the first that its head names. A report of a medium in which
 * no body acts is the medium's own; a notice without a name is by the department that its number stands for.
 */
export function findIssuer(text: Text, span: Span, head: Head): Issuer | null {
  if (head.issuer !== null) return head.issuer;
  if (head.genre === 'news') return 'medium';
  const line = text.string.slice(head.titleEnd + 1, head.titleEnd + 20);
  const isMedium =
    MEDIUM.test(line) ||
    (span.start < head.lead && MEDIUM.test(text.string.slice(span.start, span.start + 20)));
  return isMedium ? 'medium' : null;
}
