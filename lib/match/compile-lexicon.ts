import { keep } from '@/lib/kernel/memory';
import type { SloganKind } from '@/lib/types';
import { OPENINGS } from './body-names';
import { UnitSet } from './characters';
import { formsOf, isSenseMarked, type LexiconEntry } from './lexicon';
import { indexPhrases, type PhraseIndex } from './phrases';
import { SEPARATORS } from './spellings';

/** The lexicon as the matcher reads it. Make it once, use it for every document. */
export interface CompiledLexicon {
  readonly entries: readonly LexiconEntry[];
  readonly phrases: PhraseIndex;
  /** For every phrase of the index the entries that it may mean; several where sense words decide. */
  readonly senses: readonly (readonly LexiconEntry[])[];
  /** For every phrase the entry that it means in any sentence; null where sense words decide. */
  readonly plain: readonly (LexiconEntry | null)[];
  /**
   * Of that entry the slogan, and the number of its kind among KINDS: apart from the entries, which lie scattered in
   * memory and are waited for.
   */
  readonly slogans: readonly string[];
  readonly kinds: Uint8Array;
  /** For every phrase what is asked of most hits, as bits of ABOUT. */
  readonly about: Uint8Array;
  /** The fields of `source/settle.as`, where the kernel finds them. */
  readonly settling: number;
  readonly forms: ReadonlyMap<string, readonly LexiconEntry[]>;
}

export const KINDS: readonly SloganKind[] = ['numeral', 'formula', 'parallel', 'set', 'quoted'];

/** What is known of a phrase, as bits. */
const ABOUT = {
  /** It begins with a Chinese digit, */
  chineseNumber: 1,
  /** with an Arabic one. */
  arabicNumber: 2,
  /** It blocks others in any sentence. */
  trap: 4,
  /** The lexicon says what it is wherever it is quoted: no rule has a say. */
  settled: 8,
  /** It ends in an Arabic digit. */
  endsInDigit: 16,
  /** Words in the sentence tell what it means. */
  several: 32,
} as const;

/** What goes on before a phrase that begins with a Chinese digit makes it part of a larger number. */
const NOT_BEFORE_NUMBER = new UnitSet('第一二三四五六七八九十百千双两').keep();
const BODY_OPENINGS = OPENINGS.keep();

/** Expands spellings (separators, digits) and indexes all of them. Throws on an empty lexicon form. */
export function compileLexicon(entries: readonly LexiconEntry[]): CompiledLexicon {
  const forms = new Map<string, LexiconEntry[]>();
  for (const entry of entries) {
    for (const form of formsOf(entry)) {
      const owners = forms.get(form);
      if (owners === undefined) forms.set(form, [entry]);
      else if (!owners.includes(entry)) owners.push(entry);
    }
  }
  const phrases = [...forms.keys()];
  const senses = [...forms.values()].map(mostParticularFirst);
  const about = Uint8Array.from(phrases, (phrase, i) => aboutPhrase(phrase, senses[i] ?? []));
  const plain = senses.map(([first]) => (first === undefined || isSenseMarked(first) ? null : first));
  return {
    entries,
    forms,
    phrases: indexPhrases(phrases, [SEPARATORS]),
    senses,
    plain,
    slogans: plain.map((entry) => entry?.canonical ?? ''),
    kinds: Uint8Array.from(plain, (entry) => KINDS.indexOf(entry?.kind as SloganKind)),
    about,
    settling: keep(Int32Array.of(keep(about), NOT_BEFORE_NUMBER, BODY_OPENINGS)),
  };
}

function mostParticularFirst(entries: readonly LexiconEntry[]): LexiconEntry[] {
  return [...entries].sort((a, b) => b.when.length - a.when.length || b.unless.length - a.unless.length);
}

function aboutPhrase(phrase: string, senses: readonly LexiconEntry[]): number {
  let about = 0;
  if (/^[一二三四五六七八九十两双百千万]/.test(phrase)) about |= ABOUT.chineseNumber;
  if (/^\d/.test(phrase)) about |= ABOUT.arabicNumber;
  const [first] = senses;
  if (/\d$/.test(phrase)) about |= ABOUT.endsInDigit;
  if (first === undefined || isSenseMarked(first)) about |= ABOUT.several;
  else if (first.kind === 'trap') about |= ABOUT.trap;
  if (senses.some((entry) => entry.when.length === 0)) about |= ABOUT.settled;
  return about;
}
