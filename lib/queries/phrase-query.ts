import { normalisePhrase } from './phrase-text';

/** What a clause looks for: a text, or two texts with at most `distance` characters between, in either order. */
export type PhraseAtom =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'near'; readonly a: string; readonly b: string; readonly distance: number };

export type PhraseUnit = 'report' | 'paragraph';

/** Each clause has to be met by one of its atoms, and none of `none` may stand in the unit. */
export interface PhraseQuery {
  readonly all: readonly (readonly PhraseAtom[])[];
  readonly none: readonly string[];
  readonly within: PhraseUnit;
  /** The same for queries that mean the same but for the order of their clauses; what counts are kept by. */
  readonly key: string;
}

export type PhraseProblem = 'too-short' | 'too-long' | 'too-many' | 'nothing-to-find' | 'bad-near';

const LONGEST = 200;
const MOST_TERMS = 12;
const MOST_DISTANCE = 100;
/** A quoted literal, near(A,B,n), or a run without blanks. */
const TOKEN = /-?"[^"]*"|near\([^()]*\)|\S+/gi;
const NEAR = /^near\(([^,，]+)[,，]([^,，]+)[,，]\s*(\d{1,3})\s*\)$/i;

class Refused extends Error {
  constructor(readonly problem: PhraseProblem) {
    super(problem);
  }
}

function term(text: string): string {
  const normal = normalisePhrase(text.replace(/^"|"$/g, ''));
  if (normal.length < 2) throw new Refused('too-short');
  return normal;
}

function near(token: string): PhraseAtom {
  const [, a = '', b = '', distance = ''] = NEAR.exec(token) ?? [];
  if (!a || Number(distance) > MOST_DISTANCE) throw new Refused('bad-near');
  return { kind: 'near', a: term(a), b: term(b), distance: Number(distance) };
}

function clause(token: string): PhraseAtom[] {
  if (/^near\(/i.test(token)) return [near(token)];
  if (token.startsWith('"')) return [{ kind: 'text', text: term(token) }];
  const texts = token.split('|').map(term);
  return [...new Set(texts)].map((text) => ({ kind: 'text', text }));
}

function keyOf(all: readonly (readonly PhraseAtom[])[], none: readonly string[], within: PhraseUnit): string {
  const atom = (a: PhraseAtom) => (a.kind === 'text' ? `"${a.text}"` : `near(${a.a},${a.b},${a.distance})`);
  const clauses = all.map((c) => c.map(atom).sort().join('|')).sort();
  const key = [...clauses, ...[...none].sort().map((text) => `-"${text}"`)].join(' ');
  return within === 'report' ? key : `${key} within paragraph`;
}

function parse(text: string, within: PhraseUnit): PhraseQuery {
  if (text.length > LONGEST) throw new Refused('too-long');
  const tokens =
    text
      .replaceAll('｜', '|')
      .replace(/[“”＂]/g, '"')
      .match(TOKEN) ?? [];
  const none = tokens.filter((t) => /^-./.test(t)).map((t) => term(t.slice(1)));
  const all = tokens.filter((t) => !/^-./.test(t)).map(clause);
  if (all.length === 0) throw new Refused('nothing-to-find');
  if (all.flat().length + none.length > MOST_TERMS) throw new Refused('too-many');
  return { all, none, within, key: keyOf(all, none, within) };
}

/**
 * Reads what somebody looks for: `A B` both, `A|B` any, `-C` not, `near(A,B,n)` with at most n characters
 * between, `"A B"` with the blank. A problem is a value.
 */
export function parsePhraseQuery(text: string, within: PhraseUnit = 'report'): PhraseQuery | PhraseProblem {
  try {
    return parse(text, within);
  } catch (error) {
    if (error instanceof Refused) return error.problem;
    throw error;
  }
}

/** The text of a query that is nothing but one phrase; null for a combination. */
export function onlyPhrase({ all, none }: PhraseQuery): string | null {
  const [first, ...rest] = all.flat();
  return first?.kind === 'text' && rest.length === 0 && none.length === 0 ? first.text : null;
}
