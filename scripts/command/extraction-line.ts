import type { Extraction } from '@/lib/types';

/** A second sense of a wording stands in the lexicon as 动态清零（拖欠）: the wording, and which sense it is. */
function nameOf(slogan: string): { slogan: string; sense?: string } {
  const [, wording, sense] = /^(.+)（(.+)）$/.exec(slogan) ?? [];
  return wording && sense ? { slogan: wording, sense } : { slogan };
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
      ...nameOf(m.slogan),
      listed,
      report,
    })),
    members: e.members,
    lists: e.lists,
    notes: e.notes,
  });
}
