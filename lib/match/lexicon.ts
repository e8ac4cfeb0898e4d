import { LEXICON_COLUMNS, type SloganKind } from '@/lib/types';
import { LONGEST_PHRASE } from './phrase-limits';
import { spellings } from './spellings';

/** `trap`: a string that looks like a slogan and is none; it blocks shorter matches and is never reported. */
export type EntryKind = SloganKind | 'trap';

export type EntryLevel = 'national' | 'provincial' | 'local';

/** One line of `data/lexicon/*.tsv`. Empty cells are empty strings or lists; dates are ISO (day, month or year). */
export interface LexiconEntry {
  readonly canonical: string;
  readonly kind: EntryKind;
  readonly variants: readonly string[];
  readonly members: readonly string[];
  readonly gloss: string;
  readonly domain: string;
  readonly introduced: string | null;
  readonly occasion: string;
  readonly level: EntryLevel | null;
  readonly place: string;
  readonly proof: string;
  /** Words of which one must stand in the same sentence. */
  readonly when: readonly string[];
  /** Words of which none may stand in the same sentence. */
  readonly unless: readonly string[];
  readonly note: string;
  readonly file: string;
  readonly line: number;
}

export interface LexiconProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface Lexicon {
  readonly entries: readonly LexiconEntry[];
  readonly problems: readonly LexiconProblem[];
}

const HEADER = LEXICON_COLUMNS.join('\t');
const KINDS: ReadonlySet<string> = new Set(['numeral', 'formula', 'parallel', 'set', 'quoted', 'trap']);
const LEVELS: ReadonlySet<string> = new Set(['', 'national', 'provincial', 'local']);
const ISO_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

const linesOf = (text: string) => text.replace(/^\uFEFF/, '').split(/\r?\n/);
const isEmpty = (line: string) => line === '' || line.startsWith('#');

/** Whether the first line that says anything names the columns of a lexicon. */
export function hasHeader(text: string): boolean {
  return linesOf(text).find((line) => !isEmpty(line)) === HEADER;
}

/**
 * Reads one lexicon file. A faulty line yields a problem and no entry; the other lines are still read. Without its header a
 * file is no lexicon, which is one problem. `file` is only the name that problems carry.
 */
export function parseLexicon(text: string, file: string): Lexicon {
  const entries: LexiconEntry[] = [];
  const problems: LexiconProblem[] = [];
  const lines = linesOf(text);
  const header = lines.findIndex((line) => !isEmpty(line));
  if (lines[header] !== HEADER)
    return { entries, problems: [{ file, line: header + 1, message: `header is not “${HEADER}”` }] };
  for (const [index, raw] of lines.entries()) {
    if (isEmpty(raw) || index === header) continue;
    const line = index + 1;
    const read = parseLine(raw, file, line);
    if (typeof read === 'string') problems.push({ file, line, message: read });
    else entries.push(read);
  }
  return { entries, problems: [...problems, ...findRepeated(entries)] };
}

function parseLine(raw: string, file: string, line: number): LexiconEntry | string {
  const cells = raw.split('\t').map((cell) => cell.trim());
  if (cells.length !== LEXICON_COLUMNS.length)
    return `${cells.length} columns, not ${LEXICON_COLUMNS.length}`;
  const cell = (name: (typeof LEXICON_COLUMNS)[number]): string => cells[LEXICON_COLUMNS.indexOf(name)] ?? '';
  const list = (name: (typeof LEXICON_COLUMNS)[number]): string[] =>
    cell(name)
      .split('|')
      .map((w) => w.trim())
      .filter(Boolean);
  const canonical = cell('canonical');
  if (canonical.length < 2) return 'canonical form shorter than two characters';
  if (!KINDS.has(cell('kind'))) return `unknown kind “${cell('kind')}”`;
  if (!LEVELS.has(cell('level'))) return `unknown level “${cell('level')}”`;
  if (cell('introduced') !== '' && !ISO_DATE.test(cell('introduced')))
    return `not a date: “${cell('introduced')}”`;
  if (cell('place') !== '' && !/^\d{6}$/.test(cell('place'))) return `not a place code: “${cell('place')}”`;
  const short = list('variants').find((variant) => variant.length < 2);
  if (short !== undefined) return `variant shorter than two characters: “${short}”`;
  const long = [canonical, ...list('variants')].find(isTooLong);
  if (long !== undefined)
    return `“${long.slice(0, 20)}…” is longer than ${LONGEST_PHRASE} characters: list a part of it that tells it apart`;
  return {
    canonical,
    kind: cell('kind') as EntryKind,
    variants: list('variants'),
    members: list('members'),
    gloss: cell('gloss'),
    domain: cell('domain'),
    introduced: cell('introduced') || null,
    occasion: cell('occasion'),
    level: (cell('level') || null) as EntryLevel | null,
    place: cell('place'),
    proof: cell('proof'),
    when: list('when'),
    unless: list('unless'),
    note: cell('note'),
    file,
    line,
  };
}

/** Asked of every form at every start: a spelling is longer than its form by one at most (十 as 10). */
function isTooLong(form: string): boolean {
  return (
    form.length >= LONGEST_PHRASE && spellings(form).some((spelling) => spelling.length > LONGEST_PHRASE)
  );
}

/** Two entries may share a form, however it is spelled, only where sense words tell them apart. */
export function findRepeated(entries: readonly LexiconEntry[]): LexiconProblem[] {
  const owner = new Map<string, LexiconEntry>();
  const problems: LexiconProblem[] = [];
  for (const entry of entries) {
    const shared = new Set<LexiconEntry>();
    for (const form of formsOf(entry)) {
      const other = owner.get(form);
      if (other === undefined) owner.set(form, entry);
      else if (other !== entry && !shared.has(other) && !isSenseMarked(entry) && !isSenseMarked(other)) {
        shared.add(other);
        const message = `“${form}” stands already in ${other.file}:${other.line} (${other.canonical})`;
        problems.push({ file: entry.file, line: entry.line, message });
      }
    }
  }
  return problems;
}

const FORMS = new WeakMap<LexiconEntry, readonly string[]>();

/** All that may stand in a text for an entry. Kept: what is wrong with a lexicon, what is too much of it and its index all ask. */
export function formsOf(entry: LexiconEntry): readonly string[] {
  let forms = FORMS.get(entry);
  if (forms === undefined) {
    forms = [...new Set([entry.canonical, ...entry.variants].flatMap(spellings))];
    FORMS.set(entry, forms);
  }
  return forms;
}

/** Whether words around tell if an entry is meant. */
export function isSenseMarked(entry: LexiconEntry): boolean {
  return entry.when.length + entry.unless.length > 0;
}
