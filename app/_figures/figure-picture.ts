import { pictureSvg } from '@/components/charts/picture/picture';
import { formatDate } from '@/lib/format/dates';
import { filterSentence } from '@/lib/format/filter-sentence';
import type { View } from '@/lib/format/view';
import { placesByCode } from '@/lib/queries/places';
import { currentData } from '../_frame/frame-data';
import type { Drawing } from './figure';

/** A drawing in its frame, with the scope, the data version and the source on it. */
export async function figurePicture(view: View, drawing: Drawing): Promise<string> {
  const { t, filters, locale } = view;
  const [data, places] = await Promise.all([
    currentData(),
    placesByCode(filters.place ? [filters.place] : []),
  ]);
  const scope = filterSentence(view, { place: places[0]?.name ?? null, source: null }).join(' · ');
  const made = data.synthetic ? ` · ${t('figure.madeUp')}` : '';
  const source = t('figure.source', {
    version: data.version,
    day: formatDate(data.publishedAt?.toISOString().slice(0, 10) ?? '', locale),
    scope: scope + made,
  });
  return pictureSvg({ ...drawing, source }, drawing.body);
}
