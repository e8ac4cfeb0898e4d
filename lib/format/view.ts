import {
  type FilterProblem,
  type Filters,
  formatFilters,
  parseFilters,
  type SearchParams,
} from '@/lib/filters';
import type { Locale } from '@/lib/i18n/locale';
import { type Translate, translator } from '@/lib/i18n/translator';
import { type Numbers, numbers } from './numbers';

type Extra = Readonly<Record<string, string | undefined>>;

/** What every part of a page needs to know to show anything: the language, the filters, how links keep them. */
export interface View {
  readonly locale: Locale;
  readonly t: Translate;
  readonly n: Numbers;
  readonly path: string;
  readonly params: SearchParams;
  readonly filters: Filters;
  readonly problems: readonly FilterProblem[];
  /** An address with the filters of this view, some of them changed, and further parameters. */
  href(path: string, change?: Partial<Filters>, more?: Extra, hash?: string): string;
}

/** Reads a request into a view. `path` is the page's own address, without parameters. */
export function makeView(locale: Locale, path: string, params: SearchParams): View {
  const { filters, problems } = parseFilters(params);
  return {
    locale,
    t: translator(locale),
    n: numbers(locale),
    path,
    params,
    filters,
    problems,
    href(target, change = {}, more = {}, hash = '') {
      const query = formatFilters({ ...filters, ...change }, more);
      return `${target}${query ? `?${query}` : ''}${hash ? `#${hash}` : ''}`;
    },
  };
}
