import type { PoolClient, QueryResultRow } from 'pg';
import { Prisma, type PrismaClient } from '@/generated/prisma/client';
import { getPool, getPrisma } from '@/lib/store/client';
import { byIndex, candidates, documentParts, FORCE_INDEX, holds } from './phrase-candidates';
import { onlyPhrase, type PhraseQuery } from './phrase-query';
import {
  type FoundPart,
  insertAlone,
  insertPart,
  type PhrasePart,
  partOf,
  partOfReports,
  type ReportCount,
} from './phrase-rollup';
import { SCAN_FROM, scanDocuments } from './phrase-scan';
import { spanFinder } from './phrase-spans';

export interface CountedPhrase {
  readonly id: number;
  /** Documents that hold it, of all that are published. */
  readonly documents: number;
}

/** Runs that are published and not in the index yet, and how many documents they hold. */
export async function unindexedRuns(): Promise<{
  readonly runs: readonly number[];
  readonly documents: number;
}> {
  const prisma = await getPrisma();
  const rows = await prisma.$queryRaw<{ id: number; stored: number }[]>`
    SELECT id, stored FROM run WHERE status = 'published' AND NOT indexed AND stored > 0`;
  return { runs: rows.map((r) => r.id), documents: rows.reduce((sum, r) => sum + r.stored, 0) };
}

/** The counts of a query that were made at this data version; null where there are none. */
export async function keptPhrase(query: PhraseQuery, version: number): Promise<CountedPhrase | null> {
  const prisma = await getPrisma();
  const row = await prisma.phrase.findUnique({ where: { query_version: { query: query.key, version } } });
  return row && { id: row.id, documents: row.documents };
}

/**
 * Reports that hold one phrase, counted in the database: no text leaves it. The fences (OFFSET 0) have each text unpacked once
 * and each report searched once; without them the planner repeats both wherever they are named. A report that is all of its
 * document, as most are, need not be cut out of it, which would take as long as unpacking it.
 * @param documents condition on the documents `d` that are looked at
 */
export function reportsWith(phrase: string, documents: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT document_id, report, place_code, day, precision, stratum_id, stands, n
    FROM (
      SELECT document_id, report, place_code, day, precision, stratum_id, stands,
        (octet_length(body) - octet_length(replace(body, ${phrase}, ''))) / octet_length(${phrase}) AS n
      FROM (
        SELECT r.document_id, r.ordinal AS report, r.place_code, r.day, r.precision, r.stratum_id, r.stands,
          CASE WHEN r.start = 0 AND r."end" >= char_length(d.text) THEN d.text
            ELSE substr(d.text, r.start + 1, r."end" - r.start) END AS body
        FROM (SELECT d.id, d.run_id, d.text || '' AS text FROM document d
              WHERE ${documents} OFFSET 0) d
        JOIN run u ON u.id = d.run_id AND u.status = 'published'
        JOIN report r ON r.document_id = d.id OFFSET 0) b
      OFFSET 0) c
    WHERE n > 0`;
}

const PAGE = 400;

/** Reports that meet a combination: what the index and `holds` leave is read and looked at here, page by page. */
async function countHere(
  prisma: PrismaClient,
  query: PhraseQuery,
  unindexed: readonly number[],
): Promise<ReportCount[]> {
  const spans = spanFinder(query);
  const ids = await byIndex<{ id: string }>(
    Prisma.sql`
      SELECT d.id::text AS id FROM document d JOIN run u ON u.id = d.run_id AND u.status = 'published'
      WHERE d.id IN (${candidates(query, unindexed)}) AND ${holds(query)} ORDER BY d.id`,
  );
  const counts: ReportCount[] = [];
  for (let at = 0; at < ids.length; at += PAGE) {
    const page = ids.slice(at, at + PAGE).map((r) => r.id);
    for (const { units, ...report } of await readReports(prisma, query, page)) {
      const mentions = units.reduce((sum, unit) => sum + spans(unit).length, 0);
      if (mentions > 0) counts.push({ ...report, mentions });
    }
  }
  return counts;
}

interface ReadReport extends Omit<ReportCount, 'mentions'> {
  /** The report, or its paragraphs: what the query is asked of. */
  readonly units: readonly string[];
}

async function readReports(prisma: PrismaClient, query: PhraseQuery, ids: string[]): Promise<ReadReport[]> {
  const rows = await prisma.$queryRaw<
    (Omit<ReadReport, 'units'> & { text: string; start: number; end: number })[]
  >`
    SELECT r.document_id::text AS "documentId", r.ordinal AS report, r.place_code AS "placeCode",
      to_char(r.day, 'YYYY-MM-DD') AS day, r.precision::text AS precision, r.stratum_id AS "stratumId", r.stands,
      d.text, r.start, r."end"
    FROM document d JOIN report r ON r.document_id = d.id WHERE d.id = ANY(${ids}::bigint[])`;
  return rows.map(({ text, start, end, ...report }) => {
    const body = text.slice(start, end);
    return { ...report, units: query.within === 'report' ? [body] : body.split('\n') };
  });
}

/** Writes the counts of a phrase under its number; returns how many documents hold it. */
type Writer = (client: PoolClient, id: number) => Promise<number>;

async function keep(query: PhraseQuery, version: number, write: Writer): Promise<CountedPhrase> {
  const client = await (await getPool('write')).connect();
  try {
    await client.query('BEGIN');
    await client.query(FORCE_INDEX);
    // What was counted at an older version is never asked for again.
    await client.query('DELETE FROM phrase WHERE version < $1', [version]);
    // Another process that counts the same is waited for here.
    const { rows } = await client.query<{ id: number }>(
      'INSERT INTO phrase (query, version, documents) VALUES ($1, $2, 0) ON CONFLICT (query, version) DO NOTHING RETURNING id',
      [query.key, version],
    );
    const id = rows[0]?.id;
    const documents = id === undefined ? 0 : await write(client, id);
    if (id !== undefined)
      await client.query('UPDATE phrase SET documents = $2 WHERE id = $1', [id, documents]);
    await client.query('COMMIT');
    const kept = id === undefined ? await keptPhrase(query, version) : { id, documents };
    if (!kept) throw new Error(`the counts of ${query.key} vanished`);
    return kept;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

const underWay = new Map<string, Promise<CountedPhrase>>();

/**
 * Counts a query over everything that is published, and keeps the counts. Asked twice at once it counts once. Each phrase is
 * counted in the database: no text leaves it.
 * @param share of the documents that hold it, about
 */
export function countPhrase(
  query: PhraseQuery,
  version: number,
  unindexed: readonly number[],
  share = 0,
): Promise<CountedPhrase> {
  const key = `${version} ${query.key}`;
  const counting = underWay.get(key) ?? count(query, version, unindexed, share);
  underWay.set(key, counting);
  counting.finally(() => underWay.delete(key)).catch(() => undefined);
  return counting;
}

/** What is counted side by side, each on a connection of its own: to unpack texts is what takes the time. */
const PARTS = 2;

type Part = FoundPart & QueryResultRow;

async function countByIndex(
  phrase: string,
  query: PhraseQuery,
  unindexed: readonly number[],
): Promise<Part[]> {
  const parts = documentParts(PARTS).map((part) => {
    const documents = Prisma.sql`d.id IN (${candidates(query, unindexed, part)})`;
    return byIndex<Part>(partOf(reportsWith(phrase, documents)));
  });
  return (await Promise.all(parts)).flat();
}

async function count(
  query: PhraseQuery,
  version: number,
  unindexed: readonly number[],
  share: number,
): Promise<CountedPhrase> {
  const phrase = onlyPhrase(query);
  if (phrase !== null) {
    const parts =
      share < SCAN_FROM
        ? await countByIndex(phrase, query, unindexed)
        : await scanDocuments<Part>((documents) => partOf(reportsWith(phrase, documents)));
    return keep(query, version, async (client, id) => {
      for (const [i, part] of parts.entries())
        if (part.documents > 0) await insertPart(client, id, i, part as PhrasePart);
      await insertAlone(client, id, parts.length, phrase);
      return parts.reduce((sum, part) => sum + part.documents, 0);
    });
  }
  const counts = await countHere(await getPrisma(), query, unindexed);
  return keep(query, version, async (client, id) => {
    await insertPart(client, id, 0, partOfReports(counts));
    return new Set(counts.map((c) => c.documentId)).size;
  });
}
