import { document } from '@/lib/queries/document';
import { mentionCount } from '@/lib/queries/mention-count';
import { phraseFrequency } from '@/lib/queries/phrase';
import { type ScopeSize, scopeSize } from '@/lib/queries/scope-size';
import { totals } from '@/lib/queries/totals';
import { type Interval, wilson } from '@/lib/stats/intervals';
import type { Part } from './evidence-view';

/** The numbers of a part, as its page says them. */
export interface PartFacts {
  readonly size: ScopeSize;
  readonly mentions: number | null;
  /** Reports that hold it, with the interval of their share. */
  readonly reports: number | null;
  readonly interval: Interval | null;
  readonly slogans: number | null;
  readonly first: string | null;
  readonly last: string | null;
  /** Documents of the sample that all of this is of; null: of everything. */
  readonly sample: number | null;
}

const NONE = {
  mentions: null,
  reports: null,
  interval: null,
  slogans: null,
  first: null,
  last: null,
  sample: null,
};

async function phraseFacts({ query, filters }: Part & { kind: 'phrase' }): Promise<PartFacts> {
  const found = await phraseFrequency(query, filters);
  const [series] = found.series;
  const rows = series ? [...series.rows, { ...series.coarser, totalReports: 0, totalCharacters: 0 }] : [];
  const sum = (of: (r: (typeof rows)[number]) => number) => rows.reduce((n, r) => n + of(r), 0);
  const [mentions, reports] = [sum((r) => r.mentions), sum((r) => r.reports)];
  const size = found.exact
    ? await scopeSize(filters)
    : { reports: sum((r) => r.totalReports), characters: sum((r) => r.totalCharacters) };
  const sample = found.sample?.documents ?? null;
  const interval = wilson(Math.min(reports, size.reports), size.reports);
  return { ...NONE, size, mentions, reports, interval, sample };
}

/** What the page of a part says of it. */
export async function partFacts(part: Part): Promise<PartFacts> {
  if (part.kind === 'phrase') return phraseFacts(part);
  if (part.kind === 'slogan') {
    const [size, count] = await Promise.all([scopeSize(part.filters), mentionCount(part.id, part.filters)]);
    const { mentions, reports, first, last } = count;
    return { ...NONE, size, mentions, reports, first, last, interval: wilson(reports, size.reports) };
  }
  if (part.kind === 'scope') {
    const { mentions, slogans, reports, characters } = await totals(part.filters);
    return { ...NONE, size: { reports, characters }, mentions, slogans };
  }
  if (part.kind === 'document') {
    const found = await document(part.id);
    const size = { reports: found?.reports.length ?? 0, characters: found?.characters ?? 0 };
    return { ...NONE, size, mentions: found?.mentions.length ?? 0 };
  }
  return { ...NONE, size: await scopeSize(part.filters) };
}
