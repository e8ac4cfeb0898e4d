import { wasDecoded } from '../kernel/room';
import type { Input } from '../types';

/** How far into a text its own title is looked for. */
export const TITLE_REACH = 400;

/** Postgres has no NUL, and half of a surrogate pair is no character. */
function storable(text: string): string {
  if (wasDecoded(text) || (text.isWellFormed() && !text.includes('\0'))) return text;
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

/**
 * The original of a document, as it is stored and as what makes it the same document: the title first, unless the
 * text says it itself at its beginning.
 */
export function wholeText({ text: given, title: named }: Pick<Input, 'text' | 'title'>): string {
  const text = storable(given);
  const title = named === null ? '' : storable(named.trim());
  return title === '' || text.slice(0, TITLE_REACH).includes(title) ? text : `${title}\n${text}`;
}
