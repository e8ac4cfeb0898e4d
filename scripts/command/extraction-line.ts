import type { Extraction } from '@/lib/types';

/** One document as one line of JSON: the contract of docs/extraction.md. */
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
    mentions: e.mentions.map(({ listed, report, ...m }) => ({ ...m, listed, report })),
    members: e.members,
    lists: e.lists,
    notes: e.notes,
  });
}
