import { CoverageMap, type CoverageRow } from '@/components/charts/coverage-map';
import { FigureMenu } from '@/components/charts/figure-menu';
import { formatBucket } from '@/lib/format/dates';
import type { View } from '@/lib/format/view';
import { bucketFilter } from '@/lib/queries/buckets';
import { type CoverageByPlace, coverageByPlace } from '@/lib/queries/coverage-by-place';
import { axisLabel } from '../_charts/build-trend';
import { figureLinks } from '../_figures/figure-links';

/** How many documents stand behind each place and month of the scope. */
export async function CoverageSection({ view }: { view: View }) {
  const { t } = view;
  const [found, links] = await Promise.all([
    coverageByPlace(view.filters),
    figureLinks(view, 'coverage', {}),
  ]);
  if (found.rows.length === 0 || found.buckets.length < 2) return null;
  return (
    <section aria-labelledby="coverage">
      <div className="section-head">
        <h2 id="coverage">{t('coverage.title')}</h2>
        <FigureMenu view={view} table="coverage-data" {...links} />
      </div>
      <p className="quiet small">{t('coverage.note')}</p>
      <CoverageMap
        view={view}
        rows={rowsOf(view, found)}
        axis={axisLabel(view, found.grain, found.buckets)}
      />
    </section>
  );
}

function rowsOf(view: View, { grain, buckets, rows }: CoverageByPlace): CoverageRow[] {
  const { t, n, locale } = view;
  return rows.map(({ code, name, reports }) => ({
    code,
    name,
    cells: buckets.map((bucket, i) => ({
      bucket,
      reports: reports[i] ?? 0,
      href: view.href('/documents', { place: code, own: undefined, ...bucketFilter(bucket, grain) }),
      text: t('coverage.cell', {
        place: name,
        period: formatBucket(bucket, grain, locale),
        reports: n.count(reports[i] ?? 0),
      }),
    })),
  }));
}
