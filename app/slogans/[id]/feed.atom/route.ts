import { type AtomEntry, atomFeed } from '@/lib/format/atom';
import { formatDay } from '@/lib/format/dates';
import { makeView } from '@/lib/format/view';
import { requestLocale } from '@/lib/i18n/request';
import { life } from '@/lib/queries/life';
import { mentions } from '@/lib/queries/mentions';
import { currentData } from '../../../_frame/frame-data';
import { requestOrigin } from '../../../_frame/request-origin';
import { sloganEntry } from '../../../_slogan/entry';

const NEWEST = 40;
const LONGEST = 200;

/** The newest mentions of a slogan and the bursts of its use, in the scope of the filters. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const found = await sloganEntry((await params).id);
  if (!found) return new Response('', { status: 404 });
  const address = new URL(request.url);
  const view = makeView(
    await requestLocale(),
    `/slogans/${found.id}`,
    Object.fromEntries(address.searchParams),
  );
  const { t, locale } = view;
  const [origin, data, { rows }, told] = await Promise.all([
    requestOrigin(),
    currentData(),
    mentions(found.id, view.filters, { limit: NEWEST }),
    life(found.id, view.filters),
  ]);
  const published = (data.publishedAt ?? new Date(0)).toISOString();
  const page = `${origin}${view.href(view.path)}`;
  const said = rows.map(
    (m): AtomEntry => ({
      id: `${origin}/documents/${m.documentId}#m${m.ordinal}`,
      title: [
        formatDay(m.day, m.precision, locale) ?? t('document.noDate'),
        m.placePath.join(' '),
        m.title,
      ].join(' '),
      url: `${origin}/documents/${m.documentId}#p${m.paragraphOrdinal}`,
      updated: m.precision === 'none' ? published : m.day,
      summary: m.hidden
        ? t('document.hidden')
        : m.paragraph.slice(Math.max(0, m.start - LONGEST / 2), m.end + LONGEST / 2),
    }),
  );
  const bursts = told.events
    .filter((e) => e.event === 'burst')
    .map(
      (e): AtomEntry => ({
        id: `${origin}${view.path}#burst-${e.from}`,
        title: t('feed.burst', { name: found.canonical }),
        url: page,
        updated: e.from,
        summary: t('life.of', { reports: e.reports, total: e.totalReports }),
      }),
    );
  const entries = [...said, ...bursts].sort((a, b) => (a.updated < b.updated ? 1 : -1));
  const feed = atomFeed({
    title: t('feed.title', { name: found.canonical }),
    self: `${origin}${address.pathname}${address.search}`,
    page,
    updated: published,
    language: locale,
    entries,
  });
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
}
