import { cookies } from 'next/headers';
import { cache } from 'react';
import { readSession } from '@/lib/curate/session';

export const CURATOR_COOKIE = 'tifa-curator';

/** The name of the curator who asks; null for everybody else. */
export const currentCurator = cache(async (): Promise<string | null> => {
  const cookie = (await cookies()).get(CURATOR_COOKIE)?.value;
  return readSession(cookie, Date.now());
});
