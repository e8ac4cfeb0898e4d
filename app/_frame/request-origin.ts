import { headers } from 'next/headers';

/** Scheme and host under which the reader sees us, for addresses that leave the site. */
export async function requestOrigin(): Promise<string> {
  const head = await headers();
  const host = head.get('x-forwarded-host') ?? head.get('host') ?? 'localhost';
  const scheme = head.get('x-forwarded-proto')?.split(',')[0] ?? 'http';
  return `${scheme}://${host}`;
}
