import type { DocumentView } from '@/lib/queries/document';
import { toOriginal } from '@/lib/text/offsets';

const HAN = /^\p{Script=Han}$/u;

type Source = Pick<DocumentView, 'text' | 'original' | 'map' | 'repairs'>;

/**
 * The restored text in the characters in which it came: damage undone, traditional characters left as they are. As long
 * as the text itself, so that all marks stand where they stood. Equal to the text where it came in simplified ones.
 */
export function ownScript({ text, original, map, repairs }: Source): string {
  if (original === text) return text;
  const repaired = new Uint8Array(text.length);
  for (const { start, end } of repairs) repaired.fill(1, start, end);
  let own = '';
  for (let i = 0; i < text.length; i++) {
    const now = text[i] ?? '';
    const { start, end } = toOriginal(map, i, i + 1);
    const was = original.slice(start, end);
    // Anything but one character for one is a repair, not a conversion.
    own += was.length === 1 && !repaired[i] && HAN.test(was) && HAN.test(now) ? was : now;
  }
  return own;
}
