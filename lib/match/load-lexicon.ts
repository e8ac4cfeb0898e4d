import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  findRepeated,
  formsOf,
  type Lexicon,
  type LexiconEntry,
  type LexiconProblem,
  parseLexicon,
} from './lexicon';
import { giveWay, readOwnLexicon } from './own-lexicons';
import { MOST_PHRASES } from './phrase-limits';

/**
 * Reads all `lexicon/*.tsv` under the data folder, in order of their names, and then the `extra` files, a user's own.
 * @throws WrongLexicon for one of these that cannot be read or is none
 */
export function loadLexicon(dataDir: string, extra: readonly string[] = []): Lexicon {
  const folder = join(dataDir, 'lexicon');
  const shipped = readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .map((name) => parseLexicon(readFileSync(join(folder, name), 'utf8'), basename(name)));
  const own = extra.map(readOwnLexicon);
  const entriesOf = (parts: readonly Lexicon[]) => parts.flatMap((part) => part.entries);
  const all = [...giveWay(entriesOf(shipped), entriesOf(own)), ...entriesOf(own)];
  const { entries, problems } = fitIndex(all, MOST_PHRASES);
  const within = [...shipped, ...own].flatMap((part) => part.problems);
  const known = new Set(within.map((problem) => `${problem.file}:${problem.line}`));
  const across = findRepeated(entries).filter((problem) => !known.has(`${problem.file}:${problem.line}`));
  return { entries, problems: [...within, ...across, ...problems] };
}

/** The first entries, whose spellings are at most `most`; of every file the first line that is left out is named. */
export function fitIndex(entries: readonly LexiconEntry[], most: number): Lexicon {
  const forms = new Set<string>();
  const end = entries.findIndex((entry) => {
    for (const form of formsOf(entry)) forms.add(form);
    return forms.size > most;
  });
  if (end === -1) return { entries, problems: [] };
  const problems = new Map<string, LexiconProblem>();
  for (const { file, line } of entries.slice(end)) {
    const message = `from this line on nothing is used: all lexicons together have more than ${most} spellings; shorten the file`;
    if (!problems.has(file)) problems.set(file, { file, line, message });
  }
  return { entries: entries.slice(0, end), problems: [...problems.values()] };
}
