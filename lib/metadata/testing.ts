import { join } from 'node:path';
import type { Span, Text } from '@/lib/types';
import { loadEvents } from './events.ts';
import { loadGazetteer } from './gazetteer.ts';

/** What the tests of this folder share: the real tables, and texts made from strings. */
export const DATA = join(import.meta.dirname, '..', '..', 'data');
export const gazetteer = loadGazetteer(DATA);
export const events = loadEvents(DATA);

export function textOf(string: string): Text {
  const units = new Uint16Array(string.length);
  for (let i = 0; i < string.length; i++) units[i] = string.charCodeAt(i);
  return { string, units };
}

export function wholeOf(text: Text): Span {
  return { start: 0, end: text.string.length };
}
