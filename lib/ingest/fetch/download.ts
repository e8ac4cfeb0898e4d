import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { FETCH_DEFAULTS, FetchError, type FetchOptions } from './polite-fetcher';
import { type Answer, request } from './request';

const REDIRECTS = 5;

async function follow(url: string, options: FetchOptions, headers: Record<string, string>): Promise<Answer> {
  let at = url;
  for (let hops = 0; hops <= REDIRECTS; hops++) {
    const answer = await request(at, { ...options, headers });
    if (answer.status < 300 || answer.status >= 400 || !answer.headers.location) return answer;
    answer.body.resume();
    at = new URL(answer.headers.location, at).href;
  }
  throw new FetchError('refused', `more than ${REDIRECTS} redirects`);
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
}

/**
 * Downloads a file beside its final name and puts it there once it is whole. One that broke off is gone on with,
 * where the server still has the same file; one that is there is kept.
 * @param sha256 what the file has to hash to, where that is known
 * @throws FetchError
 */
export async function download(
  url: string,
  path: string,
  sha256: string | null,
  overrides: Partial<FetchOptions> = {},
): Promise<void> {
  const options = { ...FETCH_DEFAULTS, ...overrides };
  if (!existsSync(path)) {
    for (let tries = 0; ; tries++) {
      try {
        await downloadPart(url, path, options);
        break;
      } catch (error) {
        if (error instanceof FetchError || tries === options.retries)
          throw error instanceof FetchError ? error : new FetchError('unreachable', (error as Error).message);
        await new Promise((resolve) => setTimeout(resolve, options.backoffMs * 2 ** tries));
      }
    }
  }
  if (sha256 === null) return;
  const found = await sha256Of(path);
  if (found === sha256) return;
  rmSync(path);
  throw new FetchError(
    'refused',
    `${url} is not the file that is expected: its SHA-256 is ${found}, not ${sha256}`,
  );
}

async function downloadPart(url: string, path: string, options: FetchOptions): Promise<void> {
  const part = `${path}.part`;
  const tag = `${path}.etag`;
  const have = existsSync(part) && existsSync(tag) ? statSync(part).size : 0;
  // No packing on the way: a part of packed bytes could not be gone on with.
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  if (have > 0) {
    headers.range = `bytes=${have}-`;
    headers['if-range'] = readFileSync(tag, 'utf8');
  }
  const answer = await follow(url, options, headers);
  if (answer.status !== 200 && answer.status !== 206) {
    answer.body.resume();
    if (answer.status < 500 && answer.status !== 429)
      throw new FetchError('refused', `the server answers ${answer.status}`);
    throw new Error(`the server answers ${answer.status}`);
  }
  const etag = answer.headers.etag;
  if (etag && !etag.startsWith('W/')) writeFileSync(tag, etag);
  else rmSync(tag, { force: true });
  const flags = answer.status === 206 ? 'a' : 'w';
  const length = Number(answer.headers['content-length'] ?? Number.NaN) + (answer.status === 206 ? have : 0);
  await pipeline(answer.body, createWriteStream(part, { flags }));
  const size = statSync(part).size;
  if (!Number.isNaN(length) && size !== length)
    throw new Error(`the download broke off at ${size} of ${length} bytes`);
  renameSync(part, path);
  rmSync(tag, { force: true });
}
