/** Readings in brackets after a character, 区(qū): found, told from real brackets, cut out. */
import type { Draft, Edit } from './draft';
import { applyEdits } from './draft';
import { isReading } from './syllables';
import type { ConversionTables } from './traditional';

const LETTER = 'a-zａ-ｚɡɑāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜḿńňǹêếề\u0300\u0301\u0304\u0308\u030c';

/** A character (or an ASCII letter that stands for half of one) and a bracket that may hold its reading. */
const ANNOTATION = new RegExp(
  `([\\u3400-\\u9fff\\uf900-\\ufaffA-Za-z@\\\\^_\`\\[\\]{|}~])([(（][ 　]?([${LETTER}]{1,8})[ 　]?[)）])`,
  'g',
);

/** Readings in simplified text are glosses of rare characters and stay, unless there are as many as this. */
const MANY = 5;

/** True when the page carries such annotations: some stand after traditional characters, or there are many. */
function isAnnotatedPage(found: readonly RegExpExecArray[], tables: ConversionTables): boolean {
  if (found.length >= MANY) return true;
  return found.some((match) => tables.script[(match[1] ?? '').charCodeAt(0)] === 1);
}

/** Every annotation of a text, as the regular expression sees it; empty for a page that has none. */
export function findAnnotations(text: string, tables: ConversionTables): RegExpExecArray[] {
  const found = [...text.matchAll(ANNOTATION)].filter((match) => isReading(match[3] ?? ''));
  return isAnnotatedPage(found, tables) ? found : [];
}

/** Cuts all annotations out. */
export function stripAnnotations(draft: Draft, tables: ConversionTables): Draft {
  const edits: Edit[] = findAnnotations(draft.text, tables).map((match) => ({
    start: match.index + 1,
    end: match.index + match[0].length,
    text: '',
    kind: 'annotation',
    confidence: 1,
    shownFrom: match.index,
  }));
  return applyEdits(draft, edits);
}

/** A piece of an annotated page without its readings, for what only wants to know the characters. */
export function stripReadings(text: string): string {
  return text.replace(ANNOTATION, (whole, character: string, _bracket, reading: string) =>
    isReading(reading) ? character : whole,
  );
}
