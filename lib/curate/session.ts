import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '@/lib/store/project-root';

const HOURS = 12;

/** Where the token lies that was made up for this installation; only its owner can read it. */
export function tokenFile(): string {
  return join(/* turbopackIgnore: true */ dataFolder(), 'curator-token');
}

/** What lets somebody curate: TIFA_CURATOR_TOKEN, or the one that is made up at the first start and kept in a file. */
export function curatorToken(): string {
  const given = process.env.TIFA_CURATOR_TOKEN;
  if (given) return given;
  const file = tokenFile();
  if (!existsSync(file)) {
    mkdirSync(dataFolder(), { recursive: true });
    try {
      writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Two processes may start at once; the first one's token holds.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return readFileSync(file, 'utf8').trim();
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whether two texts are equal, in a time that does not tell how much of them is. */
function equal(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function signature(body: string, token: string): string {
  return createHmac('sha256', token).update(body).digest('base64url');
}

/** Whether a token is the right one. */
export function isCuratorToken(given: string): boolean {
  return equal(given, curatorToken());
}

/** What the cookie of a curator holds: name and end, signed with the token, so that a new token ends all sessions. */
export function makeSession(name: string, now: number): string {
  const body = Buffer.from(JSON.stringify({ name, until: now + HOURS * 3_600_000 })).toString('base64url');
  return `${body}.${signature(body, curatorToken())}`;
}

/** The name of the curator whose session a cookie is; null where it is none, or over. */
export function readSession(cookie: string | undefined, now: number): string | null {
  const [body = '', signed = ''] = (cookie ?? '').split('.');
  if (body === '' || !equal(signed, signature(body, curatorToken()))) return null;
  const { name, until } = JSON.parse(Buffer.from(body, 'base64url').toString()) as {
    name: string;
    until: number;
  };
  return until > now ? name : null;
}
