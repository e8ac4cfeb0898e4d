import type { Metadata } from 'next';
import { FigureMenu } from '@/components/charts/figure-menu';
import { TileMap } from '@/components/charts/tile-map';
import type { SearchParams } from '@/lib/filters';
import { comparedPeriods } from '@/lib/format/periods';
import type { View } from '@/lib/format/view';
import { changes } from '@/lib/queries/changes';
import { places } from '@/lib/queries/places';
import { ranking } from '@/lib/queries/ranking';
import { span } from '@/lib/queries/span';
import { type Totals, totals } from '@/lib/queries/totals';
import { figureLinks } from './_figures/figure-links';
import { socialCard } from './_figures/social-card';
import { NothingHere } from './_frame/nothing-here';
import { PageFrame } from './_frame/page-frame';
import { requestView } from './_frame/request-view';
import { Moved } from './_overview/moved';
import { RankingTable } from './_overview/ranking-table';
import { CoverageSection } from './_place/coverage-section';

/** So many slogans are ranked. */
const RANKED = 30;

interface Props {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const view = await requestView('/', searchParams);
  return socialCard(view, 'ranking', {}, view.t('frame.title'));
}

/** What is said most, what is new, what is gone: in the scope of the filters. */
export default async function OverviewPage({ searchParams }: Props) {
  const view = await requestView('/', searchParams);
  const { filters } = view;
  const [sums, ranked, stored, reported, tiles] = await Promise.all([
    totals(filters),
    ranking(filters, RANKED),
    span({ ...filters, from: undefined, until: undefined }),
    places(filters),
    figureLinks(view, 'tiles', {}),
  ]);
  const periods = stored && comparedPeriods(filters, stored);
  const moved = periods && (await changes(filters, periods.now, periods.before));
  return (
    <PageFrame view={view} evidence={['overview']}>
      <h1>{view.t('overview.title')}</h1>
      <TotalsSentence view={view} totals={sums} />
      {ranked.slogans.length === 0 ? (
        <NothingHere view={view} />
      ) : (
        <>
          {periods && moved && <Moved view={view} periods={periods} changes={moved} />}
          <RankingTable
            view={view}
            ranking={ranked}
            top={RANKED}
            reports={sums.reports}
            changes={periods?.assumed ? null : moved}
          />
          <section aria-labelledby="where">
            <div className="section-head">
              <h2 id="where">{view.t('tiles.title')}</h2>
              <FigureMenu view={view} table="where" {...tiles} />
            </div>
            <p className="quiet small">{view.t('tiles.note')}</p>
            <TileMap view={view} counts={reported} title={view.t('tiles.title')} />
          </section>
          <CoverageSection view={view} />
        </>
      )}
    </PageFrame>
  );
}

/** The denominators of everything below, in a sentence; what has no date or place is counted and listed. */
function TotalsSentence({ view, totals: s }: { view: View; totals: Totals }) {
  const { t, n } = view;
  return (
    <p className="lead">
      {t('overview.totals', {
        reports: s.reports,
        characters: n.compact(s.characters),
        places: s.places,
        mentions: s.mentions,
        slogans: s.slogans,
      })}{' '}
      {s.undated > 0 && (
        <a href={view.href('/documents', {}, { lacking: 'date' })}>
          {t('overview.undated', { count: n.count(s.undated) })}
        </a>
      )}
      {s.undated > 0 && s.unplaced > 0 && t('overview.and')}
      {s.unplaced > 0 && (
        <a href={view.href('/documents', {}, { lacking: 'place' })}>
          {t('overview.unplaced', { count: n.count(s.unplaced) })}
        </a>
      )}
    </p>
  );
}
