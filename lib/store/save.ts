import type { Pool, PoolClient } from 'pg';
import type { Extraction, Report } from '@/lib/types';
import { sketchOf } from './copies/sketch';
import { type Cell, copyRows } from './copy-rows';
import { documentIdentity, findingsHash, type Identity, textHash } from './identity';
import type { Registry } from './registry';
import { TABLES } from './tables';

/** What became of a batch: every document is exactly one of stored and known. */
export interface Saved {
  readonly stored: number;
  /** Documents that the database had already, or that the batch holds twice. */
  readonly known: number;
  readonly mentions: number;
  readonly lists: number;
}

/** The place that stands for "no place is supported". */
export const UNKNOWN_PLACE = '000000';
/** The day that stands for "no date is supported", together with precision none. */
export const NO_DAY = '0001-01-01';

interface Identified {
  readonly extraction: Extraction;
  readonly identity: Identity;
}

const UNNAMED_SOURCE = 'unnamed';

export function sourceName(extraction: Pick<Extraction, 'source'>): string {
  return extraction.source || UNNAMED_SOURCE;
}

function identify(extraction: Extraction): Identified {
  const identity = documentIdentity({
    source: sourceName(extraction),
    url: extraction.url,
    externalId: extraction.id,
    original: extraction.original,
  });
  return { extraction, identity };
}

function firstDay(value: string): string {
  return value + '-01-01'.slice(value.length - 4);
}

/** Characters that count: those that are not white space. */
export function countCharacters(text: string, start: number, end: number): number {
  let n = 0;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) > 32 && text.charCodeAt(i) !== 0x3000) n++;
  return n;
}

export interface GivenMetadata {
  readonly date: string | null;
  readonly place: string | null;
  readonly published: string | null;
}

/** An extraction together with the metadata its document came with. */
export interface Extracted {
  readonly extraction: Extraction;
  readonly given: GivenMetadata;
}

/** JSON that Postgres takes: a cut may leave half of a surrogate pair, which jsonb refuses. */
function json(value: unknown): string {
  return JSON.stringify(value, (_, v: unknown) => (typeof v === 'string' ? v.toWellFormed() : v));
}

type Rows = Record<keyof typeof TABLES, Cell[][]>;

function reportRow(
  id: bigint,
  ordinal: number,
  report: Report,
  text: string,
  registry: Registry,
  source: string,
): Cell[] {
  const { date, place } = report;
  return [
    id,
    ordinal,
    report.start,
    report.end,
    date ? firstDay(date.value) : NO_DAY,
    date?.precision ?? 'none',
    date?.confidence ?? 0,
    json(date?.evidence ?? []),
    place?.code ?? UNKNOWN_PLACE,
    place?.confidence ?? 0,
    json(place?.evidence ?? []),
    registry.stratum({ source, issuer: report.issuer, genre: report.genre }),
    countCharacters(text, report.start, report.end),
    true,
  ];
}

function addRows(
  rows: Rows,
  { extraction: e, identity }: Identified,
  metadata: GivenMetadata,
  runId: number,
  registry: Registry,
  sourceId: number,
): void {
  const { id } = identity;
  const source = sourceName(e);
  const hash = textHash(e.text);
  rows.document.push([
    id,
    identity.sha256,
    sourceId,
    e.id,
    e.url,
    e.title,
    e.encoding,
    e.original,
    e.text,
    e.map,
    countCharacters(e.text, 0, e.text.length),
    json(e.repairs),
    hash,
    runId,
    false,
    json(metadata),
    findingsHash(e),
  ]);
  rows.document_sketch.push([id, hash, sketchOf(e.text)]);
  e.reports.forEach((report, i) => {
    rows.report.push(reportRow(id, i, report, e.text, registry, source));
  });
  const reportOf = (start: number) =>
    Math.max(
      0,
      e.reports.findLastIndex((r) => r.start <= start),
    );
  e.paragraphs.forEach((p, i) => {
    rows.paragraph.push([id, i, reportOf(p.start), p.start, p.end]);
  });
  e.mentions.forEach((m, i) => {
    const { date, place } = e.reports[m.report] as Report;
    rows.mention.push([
      id,
      i,
      registry.slogan(m.slogan),
      m.report,
      m.paragraph,
      m.start,
      m.end,
      m.originalStart,
      m.originalEnd,
      m.surface,
      m.quoted,
      m.frame,
      m.speaker?.office ?? null,
      m.speaker?.name ?? null,
      place?.code ?? UNKNOWN_PLACE,
      date ? firstDay(date.value) : NO_DAY,
      date?.precision ?? 'none',
    ]);
  });
  e.lists.forEach((list, i) => {
    rows.directive_list.push([
      id,
      i,
      reportOf(list.start),
      list.style,
      list.lead,
      list.start,
      list.end,
      list.parent?.list ?? null,
      list.parent?.item ?? null,
      list.missing,
    ]);
    list.items.forEach((item, k) => {
      rows.directive.push([id, i, k, item.numeral, item.start, item.end, item.head]);
    });
  });
  e.notes.forEach((n, i) => {
    rows.note.push([id, i, n.stage, n.code, n.start ?? null, n.detail ?? null]);
  });
}

/** Documents of the batch that are not stored yet, each once. An equal id with another hash is a collision: an error. */
async function withoutKnown(client: PoolClient, batch: readonly Identified[]): Promise<Identified[]> {
  const wanted = new Map(batch.map((d) => [d.identity.id, d]));
  const { rows } = await client.query<{ id: string; sha256: Buffer }>(
    'SELECT id::text AS id, sha256 FROM document WHERE id = ANY($1::bigint[])',
    [[...wanted.keys()].map(String)],
  );
  for (const row of rows) {
    const ours = wanted.get(BigInt(row.id));
    if (ours && !row.sha256.equals(ours.identity.sha256)) {
      throw new Error(
        `two documents have the id ${row.id}: ${ours.extraction.source} ${ours.extraction.url ?? ours.extraction.id ?? ''}`,
      );
    }
    wanted.delete(BigInt(row.id));
  }
  return [...wanted.values()];
}

const UNIQUE_VIOLATION = '23505';

/**
 * Stores a batch in one transaction: all of it or nothing. Documents that are stored already stay as they are.
 * Another writer may store one of them meanwhile; then the batch is asked for again without it.
 */
export async function saveBatch(
  pool: Pool,
  registry: Registry,
  runId: number,
  batch: readonly Extracted[],
): Promise<Saved> {
  const identified = batch.map((b) => identify(b.extraction));
  const metadata = new Map(identified.map((d, i) => [d, (batch[i] as Extracted).given]));
  await registry.addStrata(
    batch.flatMap(({ extraction: e }) =>
      e.reports.map((r) => ({ source: sourceName(e), issuer: r.issuer, genre: r.genre })),
    ),
  );
  await registry.addSlogans(
    batch.flatMap(({ extraction: e }) => e.mentions.map((m) => ({ canonical: m.slogan, kind: m.kind }))),
  );
  const client = await pool.connect();
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        return await saveOnce(client, registry, runId, identified, metadata);
      } catch (error) {
        await client.query('ROLLBACK');
        if (attempt === 3 || (error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
      }
    }
  } finally {
    client.release();
  }
}

async function saveOnce(
  client: PoolClient,
  registry: Registry,
  runId: number,
  batch: readonly Identified[],
  metadata: ReadonlyMap<Identified, GivenMetadata>,
): Promise<Saved> {
  await client.query('BEGIN');
  await client.query("SET LOCAL citus.multi_shard_modify_mode TO 'sequential'");
  const fresh = await withoutKnown(client, batch);
  const rows = Object.fromEntries(Object.keys(TABLES).map((t) => [t, [] as Cell[][]])) as Rows;
  for (const d of fresh) {
    const sourceId = registry.source(sourceName(d.extraction));
    addRows(rows, d, metadata.get(d) as GivenMetadata, runId, registry, sourceId);
  }
  for (const table of Object.keys(TABLES) as (keyof typeof TABLES)[]) {
    await copyRows(client, { table, columns: TABLES[table] }, rows[table]);
  }
  const saved: Saved = {
    stored: fresh.length,
    known: batch.length - fresh.length,
    mentions: rows.mention.length,
    lists: rows.directive_list.length,
  };
  await client.query(
    `UPDATE run SET read = read + $2, stored = stored + $3, known = known + $4, mentions = mentions + $5, lists = lists + $6 WHERE id = $1`,
    [runId, batch.length, saved.stored, saved.known, saved.mentions, saved.lists],
  );
  await client.query('COMMIT');
  return saved;
}
