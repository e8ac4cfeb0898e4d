import { type AtomEntry, atomFeed } from '@/lib/format/atom';
import { makeView } from '@/lib/format/view';
import { requestLocale } from '@/lib/i18n/request';
import { bursts } from '@/lib/queries/bursts';
import { documents } from '@/lib/queries/documents';
import { placesByCode } from '@/lib/queries/places';
import { currentData } from '../../../_frame/frame-data';
import { requestOrigin } from '../../../_frame/request-origin';

const NEWEST = 40;
const BURSTS = 12;

/** The newest documents of a place, with how many slogans stand in them, and the slogans that began to burst there. */
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
  const [origin, data, rows, burst] = await Promise.all([
    requestOrigin(),
    currentData(),
    documents(view.filters, { limit: NEWEST, offset: 0 }),
    bursts(view.filters, BURSTS),
  ]);
  const published = (data.publishedAt ?? new Date(0)).toISOString();
  const page = `${origin}${view.href(view.path)}`;
  const said = rows.map(
    (d): AtomEntry => ({
      id: `${origin}/documents/${d.id}`,
      title: d.title || view.t('document.untitled'),
      url: `${origin}/documents/${d.id}`,
      updated: d.precision === 'none' ? published : d.day,
      summary: `${d.placePath.join(' ')}: ${view.t('feed.mentions', { mentions: d.mentions })}`,
    }),
  );
  const begun = burst.map(
    (b): AtomEntry => ({
      id: `${origin}${view.path}#burst-${b.sloganId}-${b.from}`,
      title: view.t('feed.burst', { name: b.canonical }),
      url: `${origin}${view.href(`/slogans/${b.sloganId}`)}`,
      updated: b.from,
      summary: view.t('life.of', { reports: b.reports, total: b.totalReports }),
    }),
  );
  const feed = atomFeed({
    title: view.t('feed.place', { name: place.name }),
    self: `${origin}${address.pathname}${address.search}`,
    page,
    updated: published,
    language: view.locale,
    entries: [...said, ...begun].sort((x, y) => (x.updated < y.updated ? 1 : -1)),
  });
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
}
