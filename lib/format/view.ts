import {
  type FilterProblem,
  type Filters,
  formatFilters,
  oneValue,
  parseFilters,
  type SearchParams,
} from '@/lib/filters';
import type { Locale } from '@/lib/i18n/locale';
import { type Translate, translator } from '@/lib/i18n/translator';
import { readPosition } from '@/lib/position';
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
  /** Where a list of mentions goes on; undefined at its beginning, and where what was asked for cannot be read. */
  readonly after: string | undefined;
  /** An address with the filters of this view, some of them changed, and further parameters. */
  href(path: string, change?: Partial<Filters>, more?: Extra, hash?: string): string;
}

/** Reads a request into a view. `path` is the page's own address, without parameters. */
export function makeView(locale: Locale, path: string, params: SearchParams): View {
  const { filters, problems } = parseFilters(params);
  const asked = oneValue(params.after);
  const after = asked !== undefined && readPosition(asked) ? asked : undefined;
  const unread =
    asked === after ? [] : [{ parameter: 'after', given: asked ?? '', expected: 'the end of a page before' }];
  return {
    locale,
    t: translator(locale),
    n: numbers(locale),
    path,
    params,
    filters,
    problems: [...problems, ...unread],
    after,
    href(target, change = {}, more = {}, hash = '') {
      const query = formatFilters({ ...filters, ...change }, more);
      return `${target}${query ? `?${query}` : ''}${hash ? `#${hash}` : ''}`;
    },
  };
}
