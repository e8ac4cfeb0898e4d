import { getPrisma } from '@/lib/store/client';
import type { Evidence, Repair } from '@/lib/types';

export interface DocumentReport {
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  /** Null where the text supports no date. As long as its precision: 2022-08. */
  readonly date: string | null;
  readonly dateConfidence: number;
  readonly dateEvidence: readonly Evidence[];
  readonly placeCode: string | null;
  readonly placePath: readonly string[];
  readonly placeConfidence: number;
  readonly placeEvidence: readonly Evidence[];
  readonly issuer: string | null;
  readonly genre: string | null;
  readonly stands: boolean;
  /** Another place had its text first. */
  readonly relayed: boolean;
  /** Share of its text in paragraphs that another place or source had first, 0–1. */
  readonly relayedShare: number;
}

export interface DocumentMention {
  readonly ordinal: number;
  readonly sloganId: number;
  readonly slogan: string;
  readonly gloss: string | null;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly originalStart: number;
  readonly originalEnd: number;
  readonly surface: string;
  readonly paragraph: number;
  readonly frame: string | null;
  readonly office: string | null;
  readonly speaker: string | null;
}

export interface DocumentList {
  readonly ordinal: number;
  readonly style: string;
  readonly lead: string;
  readonly start: number;
  readonly end: number;
  readonly parent: { readonly list: number; readonly item: number } | null;
  readonly missing: readonly number[];
  readonly items: readonly {
    readonly numeral: number;
    readonly start: number;
    readonly end: number;
    readonly head: string;
  }[];
}

export interface DocumentView {
  readonly id: string;
  readonly sha256: string;
  readonly title: string;
  readonly source: string;
  readonly synthetic: boolean;
  readonly url: string | null;
  readonly externalId: string | null;
  readonly encoding: string;
  readonly original: string;
  readonly text: string;
  readonly map: readonly number[];
  readonly characters: number;
  readonly repairs: readonly Repair[];
  readonly given: Readonly<Record<string, string | null>>;
  readonly reports: readonly DocumentReport[];
  readonly paragraphs: readonly {
    readonly start: number;
    readonly end: number;
    readonly report: number;
    /** Another place or source had it first. */
    readonly relayed: boolean;
  }[];
  readonly mentions: readonly DocumentMention[];
  readonly lists: readonly DocumentList[];
  readonly notes: readonly {
    readonly stage: string;
    readonly code: string;
    readonly start: number | null;
    readonly detail: string | null;
  }[];
  readonly copies: readonly { readonly id: string; readonly title: string; readonly source: string }[];
}

const DATE_LENGTH = { day: 10, month: 7, year: 4, none: 0 } as const;
const MAX_ID = 2n ** 63n;

/** A document by number (a decimal string); null where there is none, it is not published yet, or it was taken down. */
export async function document(id: string): Promise<DocumentView | null> {
  if (!/^\d{1,19}$/.test(id) || BigInt(id) >= MAX_ID) return null;
  const prisma = await getPrisma();
  const row = await prisma.document.findFirst({
    where: { id: BigInt(id), hidden: false, run: { status: 'published' } },
    include: {
      source: true,
      reports: { include: { place: true, stratum: true }, orderBy: { ordinal: 'asc' } },
      paragraphs: { orderBy: { ordinal: 'asc' } },
      mentions: { include: { slogan: true }, orderBy: { ordinal: 'asc' } },
      lists: { include: { directives: { orderBy: { ordinal: 'asc' } } }, orderBy: { ordinal: 'asc' } },
      notes: { orderBy: { ordinal: 'asc' } },
    },
  });
  if (!row) return null;
  const copies = await prisma.document.findMany({
    where: { copyGroup: row.copyGroup, id: { not: row.id }, hidden: false, run: { status: 'published' } },
    include: { source: true },
    take: 50,
  });
  return {
    id,
    sha256: Buffer.from(row.sha256).toString('hex'),
    title: row.title,
    source: row.source.name,
    synthetic: row.source.synthetic,
    url: row.url,
    externalId: row.externalId,
    encoding: row.encoding,
    original: row.original,
    text: row.text,
    map: row.map,
    characters: row.characters,
    repairs: row.repairs as unknown as Repair[],
    given: row.given as Record<string, string | null>,
    reports: row.reports.map((r) => ({
      ordinal: r.ordinal,
      start: r.start,
      end: r.end,
      date: r.precision === 'none' ? null : r.day.toISOString().slice(0, DATE_LENGTH[r.precision]),
      dateConfidence: r.dateConfidence,
      dateEvidence: r.dateEvidence as unknown as Evidence[],
      placeCode: r.placeCode === '000000' ? null : r.placeCode,
      placePath: r.place.path,
      placeConfidence: r.placeConfidence,
      placeEvidence: r.placeEvidence as unknown as Evidence[],
      issuer: r.stratum.issuer || null,
      genre: r.stratum.genre || null,
      stands: r.stands,
      relayed: r.relayed,
      relayedShare: r.relayedShare,
    })),
    paragraphs: row.paragraphs.map(({ start, end, report, relayed }) => ({ start, end, report, relayed })),
    mentions: row.mentions.map((m) => ({
      ...m,
      slogan: m.slogan.canonical,
      gloss: m.slogan.gloss,
      kind: m.slogan.kind,
    })),
    lists: row.lists.map((l) => ({
      ...l,
      parent:
        l.parentList === null || l.parentItem === null ? null : { list: l.parentList, item: l.parentItem },
      items: l.directives,
    })),
    notes: row.notes,
    copies: copies.map((c) => ({ id: String(c.id), title: c.title, source: c.source.name })),
  };
}
