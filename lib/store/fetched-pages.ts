import type { Pool, PoolClient } from 'pg';

export interface FetchedPage {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What servers told of the pages of these hosts. */
export async function loadFetchedPages(pool: Pool): Promise<Map<string, FetchedPage>> {
  const { rows } = await pool.query<FetchedPage & { url: string }>(
    'SELECT url, etag, last_modified AS "lastModified" FROM fetched_page',
  );
  return new Map(rows.map(({ url, ...page }) => [url, page]));
}

/** Keeps it: to be called once the pages are stored, or one that was lost would not be asked for again. */
export async function saveFetchedPages(pool: Pool, pages: ReadonlyMap<string, FetchedPage>): Promise<void> {
  if (pages.size === 0) return;
  const all = [...pages];
  await pool.query(
    `INSERT INTO fetched_page (url, etag, last_modified, fetched_at)
     SELECT url, etag, modified, now() FROM unnest($1::text[], $2::text[], $3::text[]) x (url, etag, modified) ORDER BY url
     ON CONFLICT (url) DO UPDATE SET etag = excluded.etag, last_modified = excluded.last_modified, fetched_at = now()`,
    [all.map(([url]) => url), all.map(([, p]) => p.etag), all.map(([, p]) => p.lastModified)],
  );
}

/**
 * Forgets what servers told of the sites that a run read: its documents are about to go, and a page that is asked for
 * only if it has changed would not come again. By host, since an address may have led to another.
 */
export async function forgetFetched(client: PoolClient, runId: number): Promise<void> {
  await client.query(
    `DELETE FROM fetched_page WHERE split_part(url, '/', 3) = ANY(ARRAY(
       SELECT DISTINCT split_part(url, '/', 3) FROM document WHERE run_id = $1 AND url IS NOT NULL))`,
    [runId],
  );
}
