import type { DirectiveList, Span, Text } from '@/lib/types';

/** Finds three and more neighbouring sentences that open with the same words. */
export function findParallelOpenings(_text: Text, _paragraphs: readonly Span[]): DirectiveList[] {
  return [];
}
