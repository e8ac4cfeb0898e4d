/** Requests that an address may make at once, and how many it gets back a second. */
export const BURST = 120;
export const PER_SECOND = 10;
/** Addresses that are remembered; the longest idle go first, and an idle address has its full burst anyway. */
const MOST_ADDRESSES = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

export interface Allowance {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Seconds until the next request is allowed. */
  readonly retryAfter: number;
}

/**
 * A token bucket for each address, in the memory of one process: it keeps a careless script from starving the
 * readers, and is no defence against an attack, which belongs into the proxy in front.
 */
export class RateLimit {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly burst = BURST,
    private readonly perSecond = PER_SECOND,
  ) {}

  /** @param now milliseconds, of any clock that only goes forward */
  take(address: string, now: number): Allowance {
    const old = this.buckets.get(address) ?? { tokens: this.burst, at: now };
    const tokens = Math.min(this.burst, old.tokens + ((now - old.at) / 1000) * this.perSecond);
    const allowed = tokens >= 1;
    this.buckets.delete(address);
    this.buckets.set(address, { tokens: allowed ? tokens - 1 : tokens, at: now });
    if (this.buckets.size > MOST_ADDRESSES) this.buckets.delete(this.buckets.keys().next().value ?? '');
    const retryAfter = allowed ? 0 : Math.ceil((1 - tokens) / this.perSecond);
    return { allowed, remaining: Math.floor(allowed ? tokens - 1 : tokens), retryAfter };
  }
}

/**
 * Who asks: the last address of X-Forwarded-For, which the nearest proxy has written (or the server itself, where
 * there is none). Those before it are whatever the sender claims.
 */
export function addressOf(request: Request): string {
  const forwarded = request.headers.get('x-forwarded-for')?.split(',') ?? [];
  return forwarded[forwarded.length - 1]?.trim() || 'unknown';
}
