import { keep } from '@/lib/kernel/memory';
import type { SloganKind } from '@/lib/types';
import { OPENINGS } from './body-names';
import { UnitSet } from './characters';
import type { LexiconEntry } from './lexicon';
import { indexPhrases, type PhraseIndex } from './phrases';

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
export const ABOUT = {
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

/** All count as one separator; a space too, because headlines part their clauses by it. */
const SEPARATORS = '、，；,; ·';
const SEPARATOR_RUN = /[、，；,;]/g;
/** A parallel may be written without separators when it is long enough not to arise by chance. */
const SHORTEST_BARE = 6;
const MARKS = /[“”‘’]/g;
/** Quotation marks around a whole form. */
const AROUND = /^“([^“”]*)”$/;
const DIGITS: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  十: '10',
};
const CHINESE = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const LEADING_CHINESE = /^(?:十[一二三四五六七八九]?|[一二三四五六七八九两])(?=[个大项条种方件篇支道类级])/;
const LEADING_ARABIC = /^(?:[1-9]|1[0-9])(?=[个大项条种方件篇支道类级])/;

/** Expands spellings (separators, digits) and indexes all of them. Throws on an empty lexicon form. */
export function compileLexicon(entries: readonly LexiconEntry[]): CompiledLexicon {
  const forms = new Map<string, LexiconEntry[]>();
  for (const entry of entries) {
    for (const form of new Set([entry.canonical, ...entry.variants].flatMap(spellings))) {
      const owners = forms.get(form);
      if (owners === undefined) forms.set(form, [entry]);
      else if (!owners.includes(entry)) owners.push(entry);
    }
  }
  const phrases = [...forms.keys()];
  const senses = [...forms.values()].map(mostParticularFirst);
  const about = Uint8Array.from(phrases, (phrase, i) => aboutPhrase(phrase, senses[i] ?? []));
  const plain = senses.map(([first]) => (first === undefined || isConditional(first) ? null : first));
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

/**
 * All ways to write a form. A note in brackets tells two entries of one form apart (动态清零（拖欠）) and is no part of any
 * text. Quotation marks inside of a form may be left out; those around the whole are never part of it. A saying whose clauses are quoted
 * one by one (“小院高墙”、“脱钩断链”) is no spelling of it: these are several.
 */
function spellings(form: string): string[] {
  const named = form.replace(/（[^（）]*）$/, '').replace(SEPARATOR_RUN, '、');
  const plain = named.replace(MARKS, '');
  const bare = plain.replaceAll('、', '');
  const written = [plain, named.replace(AROUND, '$1')];
  if (bare !== plain && bare.length >= SHORTEST_BARE) written.push(bare);
  return written
    .flatMap((w) => [w, ...otherPercent(w)])
    .flatMap((w) => [w, ...otherDigits(w)])
    .filter((w) => w.length >= 2);
}

function otherPercent(form: string): string[] {
  if (form.includes('100%')) return [form.replaceAll('100%', '百分之百')];
  return form.includes('百分之百') ? [form.replaceAll('百分之百', '100%')] : [];
}

function otherDigits(form: string): string[] {
  const chinese = LEADING_CHINESE.exec(form)?.[0];
  if (chinese !== undefined) return [arabicOf(chinese) + form.slice(chinese.length)];
  const arabic = LEADING_ARABIC.exec(form)?.[0];
  return arabic === undefined ? [] : [chineseOf(Number(arabic)) + form.slice(arabic.length)];
}

function arabicOf(chinese: string): string {
  if (chinese.length === 1) return DIGITS[chinese] ?? chinese;
  return `1${DIGITS[chinese.charAt(1)] ?? ''}`;
}

function chineseOf(value: number): string {
  return value < 10 ? (CHINESE[value] ?? '') : `十${CHINESE[value - 10] ?? ''}`;
}

function isConditional(entry: LexiconEntry): boolean {
  return entry.when.length + entry.unless.length > 0;
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
  if (first === undefined || isConditional(first)) about |= ABOUT.several;
  else if (first.kind === 'trap') about |= ABOUT.trap;
  if (senses.some((entry) => entry.when.length === 0)) about |= ABOUT.settled;
  return about;
}
