import { type NextRequest, NextResponse } from 'next/server';
import { isAllowedHost } from '@/lib/allowed-host';
import { problem } from '@/lib/api/problem';
import { awayPage } from '@/lib/format/away-page';
import { LANGUAGE_COOKIE, LANGUAGE_HEADER, matchLocale, parseLocale } from '@/lib/i18n/locale';
import { parseTheme, THEME_COOKIE } from '@/lib/i18n/theme';
import { exists, type Thing } from '@/lib/queries/exists';
import { isReachable } from '@/lib/queries/reachable';

const YEAR = 365 * 24 * 3600;
const COOKIE = { path: '/', maxAge: YEAR, sameSite: 'lax', httpOnly: true } as const;

/** Charts to be shown on other sites: the only pages that may stand in a frame of theirs. */
const EMBEDDED = /^\/embed\//;

/** Scripts only of this request's nonce; style attributes are how charts place their marks. */
function contentSecurityPolicy(nonce: string, path: string): string {
  const evaluate = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluate}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    EMBEDDED.test(path) ? 'frame-ancestors *' : "frame-ancestors 'none'",
  ].join('; ');
}

/** `?theme=` is a command, not a view: it is stored, and the address loses it. */
function storeTheme(request: NextRequest): NextResponse | null {
  const wanted = request.nextUrl.searchParams.get('theme');
  if (wanted === null) return null;
  const clean = request.nextUrl.clone();
  clean.searchParams.delete('theme');
  const response = NextResponse.redirect(clean, 303);
  const theme = parseTheme(wanted);
  if (theme) response.cookies.set(THEME_COOKIE, theme, COOKIE);
  else response.cookies.delete(THEME_COOKIE);
  return response;
}

const NAMED = /^\/(?:embed\/)?(slogans|places|documents|directives)\/([^/]+)/;

/**
 * Whether an address names something that is not there. A page that finds it out itself is put together by a script, and
 * is blank without one; an address that leads nowhere gets a page that is there as it arrives.
 */
async function leadsNowhere(path: string): Promise<boolean> {
  const [, thing, key] = NAMED.exec(path) ?? [];
  return thing !== undefined && key !== undefined && !(await exists(thing as Thing, key));
}

/** A page that is there without the database: what a page of ours finds out itself would reach the reader as a blank. */
function away(request: NextRequest, policy: string): Response {
  const { pathname, search, searchParams } = request.nextUrl;
  const locale =
    parseLocale(searchParams.get('lang')) ??
    parseLocale(request.cookies.get(LANGUAGE_COOKIE)?.value) ??
    matchLocale(request.headers.get('accept-language'));
  return new Response(awayPage(locale, pathname + search), {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'retry-after': '10',
      'cache-control': 'no-store',
    },
  });
}

/**
 * Language and theme by plain links, without a script; and the policy that says which scripts may run.
 * Before all that: a request by a name that is not ours is refused.
 * `?lang=` works on any address, so that a link can be shared in a language; it is remembered from then on.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  if (!isAllowedHost(request.headers.get('host'))) return problem('misdirected');
  if (request.nextUrl.pathname.startsWith('/api/')) return NextResponse.next();
  const themed = storeTheme(request);
  if (themed) return themed;
  const headers = new Headers(request.headers);
  const locale = parseLocale(request.nextUrl.searchParams.get('lang'));
  headers.delete(LANGUAGE_HEADER);
  if (locale) headers.set(LANGUAGE_HEADER, locale);
  const policy = contentSecurityPolicy(btoa(crypto.randomUUID()), request.nextUrl.pathname);
  headers.set('content-security-policy', policy);
  if (!(await isReachable(Date.now()))) return away(request, policy);
  const nowhere = await leadsNowhere(request.nextUrl.pathname);
  const response = nowhere
    ? NextResponse.rewrite(new URL('/nothing/here', request.url), { request: { headers } })
    : NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  if (locale) response.cookies.set(LANGUAGE_COOKIE, locale, COOKIE);
  return response;
}

export const config = { matcher: ['/((?!_next/static|_next/image|fonts/|icon|favicon).*)'] };
