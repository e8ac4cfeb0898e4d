import type { Metadata } from 'next';
import { oneValue, type SearchParams } from '@/lib/filters';
import { parsePlaces } from '@/lib/format/comparison';
import { formatDate } from '@/lib/format/dates';
import { type Bounds, parseTwoPeriods } from '@/lib/format/two-periods';
import type { View } from '@/lib/format/view';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';
import { compareSlogans } from '@/lib/queries/compare-slogans';
import { places, placesByCode } from '@/lib/queries/places';
import { KeynessSection } from '../_compare/keyness-section';
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

const STRATA = {
  from: undefined,
  until: undefined,
  place: undefined,
  by: undefined,
  measure: undefined,
} as const;

/** Two periods of the scope against each other. */
function Periods({ view, periods }: { view: View; periods: readonly [Bounds, Bounds] }) {
  const [a, b] = periods;
  const name = ({ from = '', until = '' }: Bounds) =>
    from === until
      ? formatDate(from, view.locale)
      : view.t('filters.between', {
          from: formatDate(from, view.locale),
          until: formatDate(until, view.locale),
        });
  return (
    <KeynessSection
      view={view}
      a={{ ...view.filters, ...a }}
      b={{ ...view.filters, ...b }}
      names={[name(a), name(b)]}
      csv={view.href(
        '/api/v1/compare/periods',
        { ...STRATA, place: view.filters.place },
        { aFrom: a.from, aUntil: a.until, bFrom: b.from, bUntil: b.until, format: 'csv' },
      )}
    />
  );
}

/** Asks for two periods. */
function PeriodForm({ view, given }: { view: View; given: string | undefined }) {
  const { t } = view;
  return (
    <form action="/compare" className="narrow">
      {[...new URLSearchParams(view.href('').slice(1))].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="two-periods">{t('keyness.periods')}</label>
      <input id="two-periods" name="periods" defaultValue={given} placeholder="2020,2021" />
      <button type="submit">{t('keyness.compare')}</button>
    </form>
  );
}

/** Two to six places side by side, all on one scale, with what each share is a share of. */
export default async function ComparePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = await requestView('/compare', searchParams);
  const periods = parseTwoPeriods(oneValue(asked.params.periods));
  if (periods) {
    const given = oneValue(asked.params.periods);
    return (
      <PageFrame view={asked} own={{ periods: given }}>
        <h1>{asked.t('compare.title')}</h1>
        <PeriodForm view={asked} given={given} />
        <Periods view={asked} periods={periods} />
      </PageFrame>
    );
  }
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
        <>
          <p className="lead">{t('compare.choose')}</p>
          <PeriodForm view={view} given={oneValue(params.periods)} />
        </>
      ) : (
        <>
          <Tops view={view} compared={compared} />
          <Trends view={view} compared={compared} sloganId={sloganId} own={own} />
          {chosen.length === 2 && chosen[0] && chosen[1] && (
            <KeynessSection
              view={view}
              a={{ ...view.filters, place: chosen[0].code }}
              b={{ ...view.filters, place: chosen[1].code }}
              names={[chosen[0].name, chosen[1].name]}
              csv={view.href(
                '/api/v1/compare/places',
                { by: undefined, measure: undefined },
                { a: chosen[0].code, b: chosen[1].code, format: 'csv' },
              )}
            />
          )}
          <Shared view={view} compared={compared} own={own} />
          <Only view={view} compared={compared} />
        </>
      )}
    </PageFrame>
  );
}
