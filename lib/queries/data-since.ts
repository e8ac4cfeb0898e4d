import { getPrisma } from '@/lib/store/client';

/** How much was counted at a data version, and how much is now; every copy counts. */
export interface DataSince {
  readonly version: number;
  readonly publishedAt: Date;
  readonly reports: number;
  readonly mentions: number;
  readonly reportsNow: number;
  readonly mentionsNow: number;
}

/** What has changed since a data version; null where nothing has, or nobody knows that version. */
export async function dataSince(version: number): Promise<DataSince | null> {
  const prisma = await getPrisma();
  const [then, now] = await Promise.all([
    prisma.dataState.findUnique({ where: { version } }),
    prisma.dataState.findFirst({ orderBy: { version: 'desc' } }),
  ]);
  if (!then || !now || now.version === version) return null;
  return {
    version,
    publishedAt: then.publishedAt,
    reports: Number(then.reports),
    mentions: Number(then.mentions),
    reportsNow: Number(now.reports),
    mentionsNow: Number(now.mentions),
  };
}
