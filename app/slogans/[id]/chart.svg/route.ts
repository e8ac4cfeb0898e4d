import { chartSvg } from '@/components/charts/chart-svg';
import { formatDate } from '@/lib/format/dates';
import { filterSentence } from '@/lib/format/filter-sentence';
import { makeView } from '@/lib/format/view';
import { requestLocale } from '@/lib/i18n/request';
import { placesByCode } from '@/lib/queries/places';
import { currentData } from '../../../_frame/frame-data';
import { sloganEntry } from '../../../_slogan/entry';
import { sloganTrend } from '../../../_slogan/slogan-trend';

/** The chart of a slogan as a picture, with the same filters as its page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const found = await sloganEntry((await params).id);
  if (!found) return new Response('', { status: 404 });
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const view = makeView(await requestLocale(), `/slogans/${found.id}`, asked);
  const { t, filters, locale } = view;
  const [{ trend, axis }, data, places] = await Promise.all([
    sloganTrend(view, found),
    currentData(),
    placesByCode(filters.place ? [filters.place] : []),
  ]);
  const scope = filterSentence(view, { place: places[0]?.name ?? null, source: null }).join(' · ');
  const made = data.synthetic ? ` · ${t('figure.madeUp')}` : '';
  const svg = chartSvg(
    view,
    trend,
    {
      title: found.canonical,
      subtitle: found.gloss ?? '',
      axisTitle: t(`axis.${filters.measure}`),
      source: t('figure.source', {
        version: data.version,
        day: formatDate(data.publishedAt?.toISOString().slice(0, 10) ?? '', locale),
        scope: scope + made,
      }),
    },
    axis,
  );
  return new Response(svg, {
    headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'private, no-cache' },
  });
}
