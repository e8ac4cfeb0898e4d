import type { Metadata } from 'next';
import { oneValue, type SearchParams } from '@/lib/filters';
import { parsePlaces } from '@/lib/format/comparison';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';
import { compareSlogans } from '@/lib/queries/compare-slogans';
import { places, placesByCode } from '@/lib/queries/places';
import { Only } from '../_compare/only';
import { Picker } from '../_compare/picker';
import { Shared } from '../_compare/shared';
import { Tops } from '../_compare/tops';
import { Trends } from '../_compare/trends';
import { PageFrame } from '../_frame/page-frame';
import { requestView } from '../_frame/request-view';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('nav.compare') };
}

/** Two to six places side by side, all on one scale, with what each share is a share of. */
export default async function ComparePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = await requestView('/compare', searchParams);
  // The places of the comparison are the place filter of this page.
  const view = { ...asked, filters: { ...asked.filters, place: undefined } };
  const { t, params } = view;
  const chosen = await placesByCode(parsePlaces(oneValue(params.places), oneValue(params.add)));
  const codes = chosen.map((p) => p.code);
  const sloganId = Number(oneValue(params.slogan)) || undefined;
  const own = { places: codes.join(',') || undefined, slogan: sloganId ? String(sloganId) : undefined };
  const [all, comparison] = await Promise.all([
    places({ ...view.filters, from: undefined, until: undefined }),
    compareSlogans(view.filters, codes),
  ]);
  const compared = {
    places: chosen,
    totals: comparison.totals.map((c) => c.reports),
    slogans: comparison.slogans,
  };
  return (
    <PageFrame view={view} own={own}>
      <h1>{t('compare.title')}</h1>
      <Picker
        view={view}
        chosen={chosen}
        totals={compared.totals}
        all={all.filter((p) => p.level !== 'unknown')}
        own={own}
      />
      {chosen.length < 2 ? (
        <p className="lead">{t('compare.choose')}</p>
      ) : (
        <>
          <Tops view={view} compared={compared} />
          <Trends view={view} compared={compared} sloganId={sloganId} own={own} />
          <Shared view={view} compared={compared} own={own} />
          <Only view={view} compared={compared} />
        </>
      )}
    </PageFrame>
  );
}
