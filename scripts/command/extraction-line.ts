import type { Extraction, Match, Span } from '@/lib/types';

/** A second sense of a wording stands in the lexicon as 动态清零（拖欠）: the wording, and which sense it is. */
function senseOf(slogan: string): { canonical: string; sense?: string } {
  const [, wording, sense] = /^(.+)（(.+)）$/.exec(slogan) ?? [];
  return wording && sense ? { canonical: wording, sense } : { canonical: slogan };
}

const DIGITS: Readonly<Record<string, string>> = {
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

/** Equal for spellings that differ in separators, quotation marks, spaces or the digits of a number only. */
function spellingKey(wording: string): string {
  return wording
    .normalize('NFKC')
    .replace(/[“”‘’\s]/g, '')
    .replace(/[，,；;]/g, '、')
    .replace(/百分之百/g, '100%')
    .replace(/^[二两三四五六七八九十](?=[个大项条种])/, (digit) => DIGITS[digit] ?? digit);
}

const HEADLINE_SPACE = /(?<=\p{Script=Han})[ \u3000]+(?=\p{Script=Han})/gu;

/** The wording as it stands: separators as 、, no quotation marks. */
function asItStands(text: string, { start, end }: Span): string {
  return text
    .slice(start, end)
    .replace(/[“”‘’]/g, '')
    .replace(/[，；,;]\s*/g, '、');
}

/**
 * Names a mention twice: `canonical` is the entry under which it is counted; `slogan` is the same wherever only the
 * spelling differs, and the wording as it stands where other words, another order or no separators make it
 * (降碳减污扩绿增长 is counted under 降碳、减污、扩绿、增长), so that a reader finds in the text what is printed.
 * Headlines part their clauses by spaces; within quotation marks a space belongs to the wording.
 */
function namesOf(
  text: string,
  mention: Pick<Match, 'start' | 'end' | 'slogan' | 'quoted'>,
): { slogan: string; canonical: string; sense?: string } {
  const named = senseOf(mention.slogan);
  const standing = asItStands(text, mention);
  const written = mention.quoted ? standing : standing.replace(HEADLINE_SPACE, '、');
  const slogan = spellingKey(written) === spellingKey(named.canonical) ? named.canonical : written;
  return { slogan, ...named };
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
