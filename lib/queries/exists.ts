import { getPrisma } from '@/lib/store/client';

export type Thing = 'slogans' | 'places' | 'documents' | 'directives';

const FORMS: Record<Thing, RegExp> = {
  slogans: /^\d{1,9}$/,
  places: /^\d{6}$/,
  documents: /^\d{1,19}$/,
  directives: /^(\d{1,19})-(\d{1,6})-(\d{1,6})$/,
};
const MOST = 2n ** 63n;

/** Whether there is what an address of the site names: a slogan, a place, a document or directive that readers may see. */
export async function exists(thing: Thing, key: string): Promise<boolean> {
  const parts = FORMS[thing].exec(key);
  if (!parts) return false;
  const prisma = await getPrisma();
  if (thing === 'slogans') return (await prisma.slogan.count({ where: { id: Number(key) } })) > 0;
  if (thing === 'places')
    return (await prisma.place.count({ where: { code: key, level: { not: 'unknown' } } })) > 0;
  const id = BigInt(parts[1] ?? key);
  if (id >= MOST) return false;
  const visible = { hidden: false, run: { status: 'published' as const } };
  if (thing === 'documents') return (await prisma.document.count({ where: { id, ...visible } })) > 0;
  const [list, ordinal] = [Number(parts[2]), Number(parts[3])];
  const directiveList = { document: visible };
  return (await prisma.directive.count({ where: { documentId: id, list, ordinal, directiveList } })) > 0;
}
