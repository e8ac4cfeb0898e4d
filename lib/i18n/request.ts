import { cookies, headers } from 'next/headers';
import { LANGUAGE_COOKIE, LANGUAGE_HEADER, type Locale, matchLocale, parseLocale } from './locale';
import { parseTheme, THEME_COOKIE, type Theme } from './theme';

/** The language of this request: asked for in the URL, else chosen before, else what the browser prefers. */
export async function requestLocale(): Promise<Locale> {
  const [head, jar] = await Promise.all([headers(), cookies()]);
  return (
    parseLocale(head.get(LANGUAGE_HEADER)) ??
    parseLocale(jar.get(LANGUAGE_COOKIE)?.value) ??
    matchLocale(head.get('accept-language'))
  );
}

/** The theme chosen before; null for the system's. */
export async function requestTheme(): Promise<Theme | null> {
  return parseTheme((await cookies()).get(THEME_COOKIE)?.value);
}
