import type { PhraseAtom, PhraseQuery } from './phrase-query';

export interface PhraseSpan {
  readonly start: number;
  readonly end: number;
}

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function alternatives(atom: PhraseAtom): string[] {
  if (atom.kind === 'text') return [literal(atom.text)];
  const [a, b] = [literal(atom.a), literal(atom.b)];
  const gap = `[^\\n]{0,${atom.distance}}?`;
  return [`${a}${gap}${b}`, `${b}${gap}${a}`];
}

/** A finder of a query's spans: made once, asked for each unit of text. */
export type SpanFinder = (unit: string) => readonly PhraseSpan[];

/**
 * Finds in a unit (a report or a paragraph) that meets the query every span of what it looks for, from left to
 * right, none overlapping; of several that begin at the same place the longest text wins. None where the unit
 * does not meet the query.
 */
export function spanFinder({ all, none }: PhraseQuery): SpanFinder {
  const clauses = all.map((atoms) => new RegExp(atoms.flatMap(alternatives).join('|')));
  const texts = all.flat().sort((x, y) => length(y) - length(x));
  const spans = new RegExp(texts.flatMap(alternatives).join('|'), 'g');
  return (unit) => {
    if (none.some((text) => unit.includes(text)) || !clauses.every((clause) => clause.test(unit))) return [];
    return [...unit.matchAll(spans)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  };
}

/** Pairs before the texts they consist of, long texts before short ones. */
function length(atom: PhraseAtom): number {
  return atom.kind === 'near' ? 1000 : atom.text.length;
}
