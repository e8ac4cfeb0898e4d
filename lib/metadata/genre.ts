import type { Genre } from '@/lib/types';
import type { Head } from './head.ts';

/** What kind of text it is, by the strongest of the markers in its head; null where none stands there. */
export function findGenre(head: Head): Genre | null {
  return head.genre;
}
