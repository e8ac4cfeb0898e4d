import type { Metadata } from 'next';
import { oneValue, type SearchParams } from '@/lib/filters';
import { parsePlaces } from '@/lib/format/comparison';
import { type Bounds, parseTwoPeriods } from '@/lib/format/two-periods';
import type { View } from '@/lib/format/view';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';
import { compareSlogans } from '@/lib/queries/compare-slogans';
import { keyness } from '@/lib/queries/keyness';
import { type PlaceEntry, places, placesByCode } from '@/lib/queries/places';
import { sloganIdByName } from '@/lib/queries/slogan';
import { CommonDirectives } from '../_compare/common-directives';
import { KeynessSection } from '../_compare/keyness-section';
import { Only } from '../_compare/only';
import { Picker } from '../_compare/picker';
import { Shared } from '../_compare/shared';
import { Silences } from '../_compare/silences';
import { parseSlogans } from '../_compare/slogan-lines';
import { SloganPicker } from '../_compare/slogan-picker';
import { SlogansSide } from '../_compare/slogans-side';
import { Tops } from '../_compare/tops';
import { Trends } from '../_compare/trends';
import { WhoFirst } from '../_compare/who-first';
import { periodName } from '../_figures/compare-figures';
import { figureLinks } from '../_figures/figure-links';
import { PageFrame } from '../_frame/page-frame';
import { requestView } from '../_frame/request-view';
import { findByName } from '../_search/names';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('nav.compare') };
}

/** Two periods of the scope against each other. */
async function Periods({
  view,
  periods,
  given,
}: {
  view: View;
  periods: readonly [Bounds, Bounds];
  given: string;
}) {
  const [a, b] = periods;
  const [found, links] = await Promise.all([
    keyness({ ...view.filters, ...a }, { ...view.filters, ...b }),
    figureLinks(view, 'compare-periods', { periods: given }),
  ]);
  const scope = { place: view.filters.place };
  return (
    <KeynessSection
      view={view}
      found={found}
      a={{ ...scope, ...a }}
      b={{ ...scope, ...b }}
      names={[periodName(view, a), periodName(view, b)]}
      links={links}
    />
  );
}

/** Two places of the scope against each other. */
async function TwoPlaces({ view, a, b }: { view: View; a: PlaceEntry; b: PlaceEntry }) {
  const [found, links] = await Promise.all([
    keyness({ ...view.filters, place: a.code }, { ...view.filters, place: b.code }),
    figureLinks(view, 'compare-places', { places: `${a.code},${b.code}` }),
  ]);
  const { from, until } = view.filters;
  return (
    <KeynessSection
      view={view}
      found={found}
      a={{ from, until, place: a.code }}
      b={{ from, until, place: b.code }}
      names={[a.name, b.name]}
      links={links}
    />
  );
}

/** The comparison of slogans, where the address asks for one. */
async function slogansAsked(view: View) {
  const [given, typed] = [oneValue(view.params.slogans), oneValue(view.params['slogan-name'])?.trim()];
  if (!given && !typed) return null;
  const added = typed ? await sloganNamed(typed) : null;
  const chosen = await parseSlogans(given, added);
  const own = { slogans: chosen.map((s) => s.id).join(',') || undefined };
  return (
    <PageFrame view={view} own={own} evidence={chosen.length < 2 ? undefined : ['compare-slogans', own]}>
      <h1>{view.t('compare.title')}</h1>
      <SloganPicker view={view} chosen={chosen} unknown={typed && !added ? typed : null} />
      {chosen.length < 2 ? (
        <p className="lead">{view.t('compare.chooseSlogan')}</p>
      ) : (
        <SlogansSide view={view} slogans={chosen} />
      )}
    </PageFrame>
  );
}

/** The slogan that somebody names: by its name or a spelling, else the best guess by pinyin, initials or gloss. */
async function sloganNamed(text: string): Promise<number | null> {
  const exact = await sloganIdByName(text);
  if (exact) return exact;
  const [guess] = (await findByName(text, 1)).slogans;
  return guess ? Number(guess.path.split('/').pop()) : null;
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
      <PageFrame view={asked} own={{ periods: given }} evidence={['compare-periods', { periods: given }]}>
        <h1>{asked.t('compare.title')}</h1>
        <PeriodForm view={asked} given={given} />
        <Periods view={asked} periods={periods} given={given ?? ''} />
      </PageFrame>
    );
  }
  const asSlogans = await slogansAsked(asked);
  if (asSlogans) return asSlogans;
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
  const [first, second] = chosen;
  const pair = chosen.length === 2 && first && second ? ([first, second] as const) : null;
  return (
    <PageFrame view={view} own={own} evidence={chosen.length < 2 ? undefined : ['compare-places', own]}>
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
          <h2>{t('compare.otherwise')}</h2>
          <PeriodForm view={view} given={oneValue(params.periods)} />
          <SloganPicker view={view} chosen={[]} unknown={null} />
        </>
      ) : (
        <>
          <Tops view={view} compared={compared} />
          <Trends view={view} compared={compared} sloganId={sloganId} own={own} />
          {pair && <TwoPlaces view={view} a={pair[0]} b={pair[1]} />}
          <Shared view={view} compared={compared} own={own} />
          <Only view={view} compared={compared} />
          <WhoFirst view={view} compared={compared} />
          <Silences view={view} compared={compared} />
          <CommonDirectives view={view} places={chosen} />
        </>
      )}
    </PageFrame>
  );
}
