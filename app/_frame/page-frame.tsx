import type { ReactNode } from 'react';
import { Bar } from '@/components/frame/bar';
import { CoverageStrip } from '@/components/frame/coverage-strip';
import { FilterStrip } from '@/components/frame/filter-strip';
import { Footer } from '@/components/frame/footer';
import { Problems } from '@/components/frame/problems';
import { SavedViews } from '@/components/kept/saved-views';
import type { PackName } from '@/lib/api/packs';
import type { View } from '@/lib/format/view';
import { DataChanged } from './data-changed';
import { Empty } from './empty';
import { frameData } from './frame-data';

interface Props {
  readonly view: View;
  readonly children: ReactNode;
  /** Where the filter strip leads, if not to the page itself. */
  readonly action?: string;
  /** Parameters of the page besides the filters. */
  readonly own?: Readonly<Record<string, string | undefined>>;
  /** Shown although nothing is ingested. */
  readonly withoutData?: boolean;
  /** The pack of evidence of this page, where it is not empty, and the parameters of its address besides the filters. */
  readonly evidence?:
    | readonly [name: PackName, own?: Readonly<Record<string, string | undefined>>]
    | undefined;
  /** The address of the page sets the place. */
  readonly fixedPlace?: boolean;
}

/**
 * Bar, coverage and filters, content, footer. Nothing here or below waits in a Suspense boundary: what streams in
 * later needs a script to be put in its place, and pages have to be readable without one.
 */
export async function PageFrame({
  view,
  children,
  action = view.path,
  own = {},
  withoutData = false,
  fixedPlace = false,
  evidence,
}: Props) {
  const { state, buckets, strip } = await frameData(view);
  const empty = state.version === 0;
  return (
    <>
      <Bar view={view} own={own} />
      {!empty && (
        <section className="scope" aria-label={view.t('filters.title')}>
          <CoverageStrip view={view} buckets={buckets} action={action} own={own} />
          <FilterStrip view={view} action={action} own={own} data={strip} fixedPlace={fixedPlace} />
          <SavedViews words={savedWords(view)} />
        </section>
      )}
      <main id="main">
        <Problems view={view} />
        <DataChanged view={view} />
        {empty && !withoutData ? <Empty view={view} running={state.running} /> : children}
        {!empty && evidence && (
          <p className="small pack">
            <a href={view.href(`/api/v1/evidence/${evidence[0]}.zip`, {}, evidence[1])} download>
              {view.t('evidence.link')}
            </a>{' '}
            <span className="quiet">{view.t('evidence.holds')}</span>
          </p>
        )}
      </main>
      <Footer view={view} data={state} />
    </>
  );
}

function savedWords({ t }: View) {
  return {
    title: t('saved.title'),
    save: t('saved.save'),
    none: t('saved.none'),
    remove: t('compare.remove'),
    note: t('saved.note'),
  };
}
