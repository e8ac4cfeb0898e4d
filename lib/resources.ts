import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CompiledLexicon, compileLexicon } from './match/compile-lexicon';
import type { LexiconProblem } from './match/lexicon';
import { loadLexicon } from './match/load-lexicon';
import { type Events, loadEvents } from './metadata/events';
import { type Gazetteer, loadGazetteer } from './metadata/gazetteer';
import { loadTextTables, type TextTables } from './text/tables';

/** Everything that the pipeline reads besides the document: reference data, loaded once and never changed. */
export interface Resources {
  readonly tables: TextTables;
  readonly gazetteer: Gazetteer;
  readonly events: Events;
  readonly lexicon: CompiledLexicon;
  /** Lines of lexicon files that could not be used. */
  readonly problems: readonly LexiconProblem[];
}

/** The `data/` folder of this checkout, wherever the program was started from. */
export function findDataDir(): string {
  const beside = join(dirname(fileURLToPath(import.meta.url)), '..', 'data');
  return existsSync(beside) ? beside : join(process.cwd(), 'data');
}

/** Reads the reference data; `lexicons` are files of a user's own, read after the shipped ones. */
export function loadResources(dataDir: string = findDataDir(), lexicons: readonly string[] = []): Resources {
  const { entries, problems } = loadLexicon(dataDir, lexicons);
  return {
    tables: loadTextTables(dataDir),
    gazetteer: loadGazetteer(dataDir),
    events: loadEvents(dataDir),
    lexicon: compileLexicon(entries),
    problems,
  };
}
