import { ARABIC_DIGITS } from '@/lib/match/spellings';
import type { Extraction, Match, Span } from '@/lib/types';

/** A second sense of a wording stands in the lexicon as 动态清零（拖欠）: the wording, and which sense it is. */
function senseOf(slogan: string): { canonical: string; sense?: string } {
  const [, wording, sense] = /^(.+)（(.+)）$/.exec(slogan) ?? [];
  return wording && sense ? { canonical: wording, sense } : { canonical: slogan };
}

/** Equal for spellings that differ in separators, quotation marks, spaces or the digits of a number only. */
function spellingKey(wording: string): string {
  return wording
    .normalize('NFKC')
    .replace(/[“”‘’\s]/g, '')
    .replace(/[，,；;]/g, '、')
    .replace(/百分之百/g, '100%')
    .replace(/^[二两三四五六七八九十](?=[个大项条种])/, (digit) => ARABIC_DIGITS[digit] ?? digit);
}

const CLAUSE_SPACE = /(?<=\p{Script=Han})[ \u3000]+(?=\p{Script=Han})/gu;

/** The wording as it stands: separators as 、, no quotation marks. */
function asItStands(text: string, { start, end }: Span): string {
  return text
    .slice(start, end)
    .replace(/[“”‘’]/g, '')
    .replace(/[，；,;]\s*/g, '、');
}

/** Clauses of two characters, and nouns in -化, -性, -感, -战, are written in one (降碳减污扩绿增长, 市场化法治化国际化). */
const WRITTEN_IN_ONE = /^(?:..|.+[化性感战])$/u;

/** Whether a saying stands there without its separators and readers put them in (听党话跟党走: 听党话、跟党走). */
function isPartedByReaders(written: string, { slogan, kind }: Pick<Match, 'slogan' | 'kind'>): boolean {
  if (kind !== 'parallel' || written.includes('、')) return false;
  const clauses = slogan.split('、');
  return clauses.join('') === written && !clauses.some((clause) => WRITTEN_IN_ONE.test(clause));
}

/**
 * Names a mention twice: `canonical` is the entry under which it is counted; `slogan` is the same wherever only the
 * spelling differs, and the wording as it stands where other words or another order make it, or where the clauses
 * are so short that they are one word (降碳减污扩绿增长 is counted under 降碳、减污、扩绿、增长), so that a reader
 * finds in the text what is printed. Spaces part clauses as 、 does: in headlines, and in mottoes in quotation marks.
 */
function namesOf(
  text: string,
  mention: Pick<Match, 'start' | 'end' | 'slogan' | 'kind'>,
): { slogan: string; canonical: string; sense?: string } {
  const named = senseOf(mention.slogan);
  const written = asItStands(text, mention).replace(CLAUSE_SPACE, '、');
  const same = spellingKey(written) === spellingKey(named.canonical) || isPartedByReaders(written, mention);
  return { slogan: same ? named.canonical : written, ...named };
}

/** One document as one line of JSON: the contract of the command line. */
export function extractionLine(e: Extraction): string {
  return JSON.stringify({
    id: e.id,
    source: e.source,
    url: e.url,
    title: e.title,
    encoding: e.encoding,
    text: e.text,
    repairs: e.repairs,
    date: e.date,
    place: e.place,
    issuer: e.issuer,
    genre: e.genre,
    reports: e.reports,
    mentions: e.mentions.map(({ listed, report, ...m }) => ({
      ...m,
      ...namesOf(e.text, m),
      listed,
      report,
    })),
    members: e.members,
    lists: e.lists,
    notes: e.notes,
  });
}
