import { getPrisma } from '@/lib/store/client';

export interface Provenance {
  /** SHA-256 over source, address and text, hexadecimal: what makes the document this document. */
  readonly sha256: string;
  /** When the document was taken in, ISO day. */
  readonly fetched: string;
  /** The number that it has at its source. */
  readonly externalId: string | null;
  readonly url: string | null;
}

/** Where documents come from, by number; those taken down are among them. */
export async function provenance(ids: readonly string[]): Promise<ReadonlyMap<string, Provenance>> {
  const prisma = await getPrisma();
  const rows = await prisma.$queryRaw<(Provenance & { id: string })[]>`
    SELECT d.id::text AS id, encode(d.sha256, 'hex') AS sha256, to_char(u.started_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS fetched,
      d.external_id AS "externalId", d.url
    FROM document d JOIN run u ON u.id = d.run_id WHERE d.id = ANY(${ids}::bigint[])`;
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
