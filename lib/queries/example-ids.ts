import { getPrisma } from '@/lib/store/client';

/** Numbers that exist, for addresses to try; those of which the corpus has none are absent. */
export interface ExampleIds {
  /** A document that readers may see: 63 bits as a decimal string. */
  readonly document?: string;
  /** A directive list in it, and an item of that. */
  readonly list?: string;
  readonly item?: string;
}

/** The numbers of a document, with a directive where any document has one. */
export async function exampleIds(): Promise<ExampleIds> {
  const prisma = await getPrisma();
  const [directive] = await prisma.$queryRaw<Required<ExampleIds>[]>`
    SELECT i.document_id::text AS document, i.list::text AS list, i.ordinal::text AS item
    FROM directive i
    JOIN document d ON d.id = i.document_id AND NOT d.hidden
    JOIN run u ON u.id = d.run_id AND u.status = 'published'
    ORDER BY i.document_id, i.list, i.ordinal LIMIT 1`;
  if (directive) return directive;
  const [document] = await prisma.$queryRaw<{ document: string }[]>`
    SELECT d.id::text AS document
    FROM document d JOIN run u ON u.id = d.run_id AND u.status = 'published'
    WHERE NOT d.hidden ORDER BY d.id LIMIT 1`;
  return document ?? {};
}
