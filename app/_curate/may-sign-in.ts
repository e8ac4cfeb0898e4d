import { addressOf, RateLimit } from '@/lib/api/rate-limit';

const ATTEMPTS = 10;
const SECONDS = 60;
const limit = new RateLimit(ATTEMPTS, ATTEMPTS / SECONDS);

/**
 * Whether the address of a request made few enough attempts to sign in of late: ten at once, ten a minute after that.
 * By address, so that a stranger who guesses does not keep curators out.
 * @param now milliseconds, of any clock that only goes forward
 */
export function maySignIn(request: Request, now: number): boolean {
  return limit.take(addressOf(request), now).allowed;
}
