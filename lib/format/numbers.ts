import type { Locale } from '@/lib/i18n/locale';

/** The ways a number is shown. All take plain values; a share is a fraction of one. */
export interface Numbers {
  /** 12,345 */
  count(n: number): string;
  /** 0.1234 → 12.3%; small shares keep two figures. */
  share(fraction: number): string;
  /** A rate with about three figures. */
  rate(value: number): string;
  /** 12,345,678 → 1235万, 12.3M */
  compact(n: number): string;
}

const made = new Map<Locale, Numbers>();

function make(locale: Locale): Numbers {
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
  const percent = (digits: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits });
  const [whole, one, two] = [percent(0), percent(1), percent(2)];
  const figures = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  return {
    count: (n) => count.format(n),
    share: (f) => (f === 0 || f >= 0.9995 ? whole : f < 0.01 ? two : one).format(f),
    rate: (value) => (value >= 1000 ? count : figures).format(value),
    compact: (n) => compact.format(n),
  };
}

/** The number formats of a language, made once: Intl formatters are slow to make. */
export function numbers(locale: Locale): Numbers {
  const formats = made.get(locale) ?? make(locale);
  made.set(locale, formats);
  return formats;
}
