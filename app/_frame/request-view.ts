import type { SearchParams } from '@/lib/filters';
import { makeView, type View } from '@/lib/format/view';
import { requestLocale } from '@/lib/i18n/request';

/** The view of a page: the language of the request and the filters of its address. */
export async function requestView(path: string, searchParams: Promise<SearchParams>): Promise<View> {
  const [locale, params] = await Promise.all([requestLocale(), searchParams]);
  return makeView(locale, path, params);
}
