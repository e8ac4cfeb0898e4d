import { atomFeed } from '@/lib/format/atom';
import { makeView } from '@/lib/format/view';
import { requestLocale } from '@/lib/i18n/request';
import { documents } from '@/lib/queries/documents';
import { placesByCode } from '@/lib/queries/places';
import { currentData } from '../../../_frame/frame-data';
import { requestOrigin } from '../../../_frame/request-origin';

const NEWEST = 40;

/** The newest documents of a place, with how many slogans stand in them. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ code: string }> },
): Promise<Response> {
  const { code } = await params;
  const place = /^\d{6}$/.test(code) ? (await placesByCode([code]))[0] : undefined;
  if (!place) return new Response('', { status: 404 });
  const address = new URL(request.url);
  const asked = { ...Object.fromEntries(address.searchParams), place: code };
  const view = makeView(await requestLocale(), `/places/${code}`, asked);
  const [origin, data, rows] = await Promise.all([
    requestOrigin(),
    currentData(),
    documents(view.filters, { limit: NEWEST, offset: 0 }),
  ]);
  const published = (data.publishedAt ?? new Date(0)).toISOString();
  const feed = atomFeed({
    title: view.t('feed.place', { name: place.name }),
    self: `${origin}${address.pathname}${address.search}`,
    page: `${origin}${view.href(view.path)}`,
    updated: published,
    language: view.locale,
    entries: rows.map((d) => ({
      id: `${origin}/documents/${d.id}`,
      title: d.title || view.t('document.untitled'),
      url: `${origin}/documents/${d.id}`,
      updated: d.precision === 'none' ? published : d.day,
      summary: `${d.placePath.join(' ')}: ${view.t('feed.mentions', { mentions: d.mentions })}`,
    })),
  });
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
}
