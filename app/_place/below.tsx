import { FigureMenu } from '@/components/charts/figure-menu';
import { TileRow } from '@/components/charts/tile-map';
import type { View } from '@/lib/format/view';
import { type PlaceEntry, places } from '@/lib/queries/places';
import { figureLinks } from '../_figures/figure-links';

/** The cities of a province, the districts of a city, as tiles that lead on. */
export async function Below({ view, place }: { view: View; place: PlaceEntry }) {
  const { t } = view;
  const [reported, links] = await Promise.all([
    places(view.filters),
    figureLinks(view, 'places-below', {}, place.name),
  ]);
  const below = reported.filter((p) => p.parentCode === place.code);
  if (below.length === 0) return null;
  return (
    <section aria-labelledby="below">
      <div className="section-head">
        <h2 id="below">{t('tiles.below')}</h2>
        <FigureMenu view={view} table="below" {...links} />
      </div>
      <p className="quiet small">{t('tiles.belowNote')}</p>
      <TileRow view={view} counts={below} title={t('tiles.below')} />
    </section>
  );
}
