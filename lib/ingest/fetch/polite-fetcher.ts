import { setTimeout as sleep } from 'node:timers/promises';
import robotsParser, { type Robot } from 'robots-parser';
import { PrivateAddressError } from './addresses';
import { type Answer, type RequestOptions, request } from './request';

/** What a server told of a page, for asking it next time whether the page changed. */
export interface Validator {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface FetchOptions {
  readonly userAgent: string;
  /** Between two requests to one host; a longer Crawl-delay of the host's robots.txt wins. */
  readonly delayMs: number;
  readonly timeoutMs: number;
  /** So many bytes of a page; files of data have no limit. */
  readonly maxBytes: number;
  /** Attempts after the first. */
  readonly retries: number;
  /** The first wait before trying again; it doubles. */
  readonly backoffMs: number;
  readonly allowPrivate: boolean;
  /** What is known of a page from last time. */
  readonly known?: (url: string) => Validator | undefined;
}

export const FETCH_DEFAULTS: FetchOptions = {
  userAgent: 'Tifa/0.1 (reads public reports; robots.txt is heeded)',
  delayMs: 1_000,
  timeoutMs: 30_000,
  maxBytes: 32 * 1024 * 1024,
  retries: 3,
  backoffMs: 1_000,
  allowPrivate: false,
};

/** Why a page cannot be had; `code` is that of the problem. */
export class FetchError extends Error {
  constructor(
    readonly code: 'unreachable' | 'forbidden-by-robots' | 'refused' | 'private-address' | 'too-large',
    message: string,
  ) {
    super(message);
  }
}

const REDIRECTS = 5;
const LONGEST_WAIT = 60_000;
/** Answers after which asking again helps. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Reads a body up to a limit. */
export async function readBody(answer: Answer, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer.body as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > maxBytes) {
      answer.body.destroy();
      throw new FetchError('too-large', `the page is over the limit of ${Math.round(maxBytes / 1e6)} MB`);
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Fetches pages the way a host would like it: by its robots.txt, one after the other, with pauses. */
export class PoliteFetcher {
  private readonly options: FetchOptions;
  /** By origin: when the next request may go. */
  private readonly turns = new Map<string, Promise<number>>();
  private readonly robots = new Map<string, Promise<Robot | null>>();
  /** What servers told of the pages that were fetched: to be kept once these are stored. */
  readonly validators = new Map<string, Validator>();

  constructor(options: Partial<FetchOptions> = {}) {
    this.options = { ...FETCH_DEFAULTS, ...options };
  }

  /** A page that was not read after all has to be sent again next time, changed or not. */
  forget(address: string): void {
    this.validators.delete(address);
  }

  get maxBytes(): number {
    return this.options.maxBytes;
  }

  /** Waits for the host's turn. */
  private async turn(origin: string, delayMs: number): Promise<void> {
    const before = this.turns.get(origin) ?? Promise.resolve(0);
    const mine = before.then(async (free) => {
      await sleep(Math.max(0, free - Date.now()));
      return Date.now() + delayMs;
    });
    this.turns.set(origin, mine);
    await mine;
  }

  private robotsOf(origin: string): Promise<Robot | null> {
    let robots = this.robots.get(origin);
    if (!robots) {
      const address = `${origin}/robots.txt`;
      robots = this.attempt(address, this.options.delayMs, {}).then(async (answer) => {
        const text = (await readBody(answer, 512 * 1024)).toString();
        if (answer.status >= 500) throw new FetchError('unreachable', `${address}: answer ${answer.status}`);
        return answer.status === 200 ? robotsParser(address, text) : null;
      });
      this.robots.set(origin, robots);
    }
    return robots;
  }

  private async checkRobots(url: URL): Promise<number> {
    const robots = await this.robotsOf(url.origin);
    if (robots?.isAllowed(url.href, this.options.userAgent) === false)
      throw new FetchError('forbidden-by-robots', 'the robots.txt of the site asks programs not to read it');
    const seconds = robots?.getCrawlDelay(this.options.userAgent) ?? 0;
    return Math.max(this.options.delayMs, Math.min(seconds * 1000, LONGEST_WAIT));
  }

  /** One page with retries, without redirects. */
  private async attempt(address: string, delayMs: number, headers: Record<string, string>): Promise<Answer> {
    const { userAgent, timeoutMs, allowPrivate, retries, backoffMs } = this.options;
    const options: RequestOptions = { userAgent, timeoutMs, allowPrivate, headers };
    for (let tries = 0; ; tries++) {
      await this.turn(new URL(address).origin, delayMs);
      let wait = backoffMs * 2 ** tries;
      try {
        const answer = await request(address, options);
        if (!PASSING.has(answer.status) || tries === retries) return answer;
        answer.body.resume();
        wait = Math.max(wait, Number(answer.headers['retry-after']) * 1000 || 0);
      } catch (error) {
        if (error instanceof PrivateAddressError) throw new FetchError('private-address', error.message);
        if (tries === retries) throw new FetchError('unreachable', (error as Error).message);
      }
      await sleep(Math.min(wait, LONGEST_WAIT));
    }
  }

  /**
   * The answer for a page after redirects; null where it has not changed since last time.
   * @throws FetchError
   */
  async fetch(address: string): Promise<Answer | null> {
    const known = this.options.known?.(address);
    const headers: Record<string, string> = {};
    if (known?.etag) headers['if-none-match'] = known.etag;
    if (known?.lastModified) headers['if-modified-since'] = known.lastModified;
    let url = new URL(address);
    for (let hops = 0; hops <= REDIRECTS; hops++) {
      const delay = await this.checkRobots(url);
      const answer = await this.attempt(url.href, delay, headers);
      const target = answer.headers.location;
      if (answer.status >= 300 && answer.status < 400 && answer.status !== 304 && target) {
        answer.body.resume();
        url = new URL(target, url);
        continue;
      }
      if (answer.status === 304) {
        answer.body.resume();
        return null;
      }
      if (answer.status !== 200) {
        answer.body.resume();
        throw new FetchError('refused', `the server answers ${answer.status}`);
      }
      const { etag = null, 'last-modified': lastModified = null } = answer.headers;
      if (etag || lastModified) this.validators.set(address, { etag, lastModified });
      return answer;
    }
    throw new FetchError('refused', `more than ${REDIRECTS} redirects`);
  }
}
