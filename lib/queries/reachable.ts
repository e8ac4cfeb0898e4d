import { getPrisma } from '@/lib/store/client';

/** For so long one answer of the database is taken for the next, in ms. */
const TRUSTED = 1_000;
let answered = Number.NEGATIVE_INFINITY;

/** Asks the database whether it is there. */
export async function answersNow(): Promise<boolean> {
  try {
    await (await getPrisma()).$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}

/** Whether the database answers, or did a second ago; pages that are shown without one would be blank. */
export async function isReachable(now: number): Promise<boolean> {
  if (now - answered < TRUSTED) return true;
  const there = await answersNow();
  if (there) answered = now;
  return there;
}
