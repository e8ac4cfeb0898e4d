import { getPrisma } from '@/lib/store/client';

/** For so long one answer of the database is taken for the next, in ms. */
const TRUSTED = 1_000;
let answered = Number.NEGATIVE_INFINITY;

/** Whether the database answers; pages that are shown without one would be blank. */
export async function isReachable(now: number): Promise<boolean> {
  if (now - answered < TRUSTED) return true;
  try {
    await (await getPrisma()).$queryRaw`SELECT 1`;
    answered = now;
    return true;
  } catch {
    return false;
  }
}
