/** The languages of the interface, the default first. */
export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** How each language calls itself in the bar. */
export const LOCALE_LABELS: Record<Locale, string> = { 'zh-CN': '中', 'zh-TW': '繁', en: 'EN' };

export const LANGUAGE_COOKIE = 'tifa-lang';
/** Set by proxy.ts, so that `?lang=` counts on the very request that carries it. */
export const LANGUAGE_HEADER = 'x-tifa-lang';

/** A language tag as a language of ours; null where it is none. Hant, Taiwan, Hong Kong and Macau read zh-TW. */
export function parseLocale(tag: string | null | undefined): Locale | null {
  const t = tag?.trim().toLowerCase().replace('_', '-') ?? '';
  if (/^(zh-)?(hant|tw|hk|mo)\b/.test(t)) return 'zh-TW';
  if (/^zh\b/.test(t)) return 'zh-CN';
  return /^en\b/.test(t) ? 'en' : null;
}

/** The first language of an Accept-Language header that is ours, by weight; Chinese where there is none. */
export function matchLocale(header: string | null): Locale {
  const wanted = (header ?? '').split(',').map((part, order) => {
    const [tag = '', ...parameters] = part.split(';');
    const q = parameters.find((p) => p.trim().startsWith('q='));
    return { locale: parseLocale(tag), weight: q ? Number(q.trim().slice(2)) || 0 : 1, order };
  });
  wanted.sort((a, b) => b.weight - a.weight || a.order - b.order);
  return wanted.find((w) => w.locale && w.weight > 0)?.locale ?? LOCALES[0];
}
