import type { Pool } from 'pg';

export interface TableSize {
  readonly table: string;
  /** As the server estimates. */
  readonly rows: number;
  /** MB of rows, with what lies apart from them (TOAST), and of indexes. */
  readonly dataMb: number;
  readonly indexMb: number;
  /** With indexes, a document that is stored. */
  readonly bytesPerDocument: number;
  /** With indexes, a row. */
  readonly bytesPerRow: number;
}

/** How large each table is, as it was analyzed last, the largest first; those that hold nothing worth a megabyte are one line together. */
export async function tableSizes(pool: Pool, documents: number): Promise<TableSize[]> {
  const { rows } = await pool.query<{ table: string; rows: number; data: number; index: number }>(
    `SELECT CASE WHEN pg_total_relation_size(c.oid) < 1e6 THEN 'others' ELSE c.relname END AS table,
       sum(greatest(c.reltuples, 0))::float AS rows, sum(pg_table_size(c.oid))::float AS data,
       sum(pg_indexes_size(c.oid))::float AS index
     FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY 1
     ORDER BY sum(pg_total_relation_size(c.oid)) DESC`,
  );
  return rows.map(({ table, rows: n, data, index }) => ({
    table,
    rows: n,
    dataMb: round(data / 1e6),
    indexMb: round(index / 1e6),
    bytesPerDocument: Math.round((data + index) / Math.max(1, documents)),
    bytesPerRow: Math.round((data + index) / Math.max(1, n)),
  }));
}

const round = (n: number) => Math.round(10 * n) / 10;
