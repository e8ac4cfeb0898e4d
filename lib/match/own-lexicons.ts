import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { formsOf, hasHeader, type Lexicon, type LexiconEntry, parseLexicon } from './lexicon';
import { spellings } from './spellings';

/** A lexicon that was asked for and is none, or cannot be read: the arguments are wrong, not a line of it. */
export class WrongLexicon extends Error {}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'no permission to read it',
};

/** Reads a user's own lexicon. @throws WrongLexicon for what cannot be read or has no header */
export function readOwnLexicon(path: string): Lexicon {
  const text = readOwn(path);
  if (!hasHeader(text))
    throw new WrongLexicon(
      `${path} is no lexicon: its first line has to name the columns, like that of data/lexicon/sets.tsv`,
    );
  return parseLexicon(text, basename(path));
}

function readOwn(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new WrongLexicon(`${path}: ${REASONS[code] ?? message}`);
  }
}

/** The shipped entries beside a user's own: what these list counts, also where a shipped trap would silence it. */
export function giveWay(
  shipped: readonly LexiconEntry[],
  own: readonly LexiconEntry[],
): readonly LexiconEntry[] {
  const listed = new Set(own.filter((entry) => entry.kind !== 'trap').flatMap(formsOf));
  if (listed.size === 0) return shipped;
  return shipped.flatMap((entry) => {
    if (entry.kind !== 'trap') return [entry];
    const kept = [entry.canonical, ...entry.variants].filter(
      (form) => !spellings(form).some((s) => listed.has(s)),
    );
    const [canonical, ...variants] = kept;
    return canonical === undefined ? [] : [{ ...entry, canonical, variants }];
  });
}
