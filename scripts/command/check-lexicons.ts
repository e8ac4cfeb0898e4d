import { resolve } from 'node:path';
import { loadLexicon } from '@/lib/match/load-lexicon';
import { nameLines } from './name-lines';

/**
 * Reads a user's own lexicons before anything else is begun, and names the lines that cannot be used. `folder` is where
 * their paths count from. @throws WrongLexicon for one that cannot be read or is none
 */
export function checkLexicons(dataDir: string, folder: string, lexicons: readonly string[]): void {
  if (lexicons.length === 0) return;
  const { problems } = loadLexicon(
    dataDir,
    lexicons.map((path) => resolve(folder, path)),
  );
  nameLines(problems);
}
