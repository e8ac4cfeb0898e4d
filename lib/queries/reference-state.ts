import { getPrisma } from '@/lib/store/client';

/** A text that changes whenever the lexicon, the places or the events are loaded anew. */
export async function referenceState(): Promise<string> {
  const prisma = await getPrisma();
  const rows = await prisma.referenceLoad.findMany({ orderBy: { name: 'asc' } });
  return rows.map((r) => r.hash).join(' ');
}
