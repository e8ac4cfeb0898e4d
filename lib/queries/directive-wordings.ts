import { getPrisma } from '@/lib/store/client';

/** All of the items of directive lists, by `document list item`; of documents that were taken down there are none. */
export async function directiveWordings(
  lists: readonly { readonly documentId: string; readonly ordinal: number }[],
): Promise<ReadonlyMap<string, string>> {
  const prisma = await getPrisma();
  const ids = [...new Set(lists.map((l) => l.documentId))].map(BigInt);
  const [texts, items] = await Promise.all([
    prisma.document.findMany({ where: { id: { in: ids }, hidden: false }, select: { id: true, text: true } }),
    prisma.directive.findMany({ where: { documentId: { in: ids } } }),
  ]);
  const of = new Map(texts.map((d) => [d.id, d.text]));
  // Cut out here, because Postgres counts characters and we count UTF-16 units.
  return new Map(
    items.flatMap((i) => {
      const text = of.get(i.documentId);
      return text === undefined
        ? []
        : [[`${i.documentId} ${i.list} ${i.ordinal}`, text.slice(i.start, i.end)] as const];
    }),
  );
}
