import type { ReactNode } from 'react';
import { type Filters, GENRES, GRAINS, ISSUERS, MEASURES } from '@/lib/filters';
import { type FilterNames, filterSentence } from '@/lib/format/filter-sentence';
import type { View } from '@/lib/format/view';
import { type PlaceChoice, placeOptions } from './place-options';

export interface PeriodOption {
  /** What the filters would hold: from and until of one bucket. */
  readonly from: string;
  readonly until: string;
  readonly label: string;
}

export interface StripData {
  readonly periods: readonly PeriodOption[];
  readonly places: readonly PlaceChoice[];
  readonly sources: readonly { readonly id: number; readonly name: string; readonly synthetic: boolean }[];
  readonly names: FilterNames;
  /** Made-up documents are among those counted. */
  readonly synthetic: boolean;
}

interface Props {
  readonly view: View;
  /** Where the form leads: the page itself, as a rule. */
  readonly action: string;
  /** Parameters of the page that changing a filter keeps. */
  readonly own: Readonly<Record<string, string | undefined>>;
  readonly data: StripData;
  /** The page is about one place: it cannot be changed here. */
  readonly fixedPlace: boolean;
}

/** All filters, as a sentence that opens into a form; works without a script. */
export function FilterStrip({ view, action, own, data, fixedPlace }: Props) {
  const { t } = view;
  const sentence = filterSentence(view, data.names);
  return (
    <details className="strip">
      <summary>
        <span className="unseen">{t('filters.title')}</span>
        <span className="sentence">
          {sentence.join(' · ')} {data.synthetic && <mark className="made-up">{t('synthetic.label')}</mark>}
        </span>
        <span className="change">{t('filters.change')}</span>
      </summary>
      <form action={action} method="get" className="filters">
        {Object.entries(own).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <PeriodFields view={view} periods={data.periods} />
        {!fixedPlace && <PlaceFields view={view} places={data.places} />}
        <Choice name="source" label={t('filters.source')} value={view.filters.source}>
          <option value="">{t('filters.allSources')}</option>
          {data.sources.map((s) => (
            <option key={s.id} value={s.id}>
              {s.synthetic ? `${s.name} ${t('synthetic.tag')}` : s.name}
            </option>
          ))}
        </Choice>
        <KindFields view={view} />
        <p className="send">
          <button type="submit">{t('filters.apply')}</button>
          <a href={view.href(action, RESET, own)}>{t('filters.reset')}</a>
        </p>
      </form>
    </details>
  );
}

const RESET: Partial<Filters> = {
  from: undefined,
  until: undefined,
  place: undefined,
  own: undefined,
  source: undefined,
  issuer: undefined,
  genre: undefined,
  copies: undefined,
  by: undefined,
  measure: undefined,
};

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | number | undefined;
  readonly children: ReactNode;
}

function Choice({ name, label, value, children }: ChoiceProps) {
  const id = `filter-${name}`;
  // The key: a form that stays mounted must follow the address, not what was chosen before.
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={value ?? ''} key={value}>
        {children}
      </select>
    </p>
  );
}

function PeriodFields({ view, periods }: { view: View; periods: readonly PeriodOption[] }) {
  const { t, filters } = view;
  const bounds = ['from', 'until'] as const;
  return bounds.map((bound) => {
    const chosen = filters[bound];
    const known = periods.some((p) => p[bound] === chosen);
    return (
      <Choice key={bound} name={bound} label={t(`filters.${bound}`)} value={chosen}>
        <option value="">{t('filters.open')}</option>
        {chosen && !known && <option value={chosen}>{chosen}</option>}
        {periods.map((p) => (
          <option key={p.from} value={p[bound]}>
            {p.label}
          </option>
        ))}
      </Choice>
    );
  });
}

function PlaceFields({ view, places }: { view: View; places: readonly PlaceChoice[] }) {
  const { t, filters, n } = view;
  const options = placeOptions(places, filters.place);
  const known = options.some((o) => o.code === filters.place);
  return (
    <>
      <Choice name="place" label={t('filters.place')} value={filters.place}>
        <option value="">{t('filters.everywhere')}</option>
        {filters.place && !known && <option value={filters.place}>{filters.place}</option>}
        {options.map((o) => (
          <option key={o.code} value={o.code}>
            {`${'\u3000'.repeat(o.depth)}${o.name} (${n.count(o.reports)})`}
          </option>
        ))}
      </Choice>
      <p className="tick">
        <input type="checkbox" id="filter-own" name="own" value="1" defaultChecked={filters.own === '1'} />
        <label htmlFor="filter-own">{t('filters.own')}</label>
      </p>
    </>
  );
}

function KindFields({ view }: { view: View }) {
  const { t, filters } = view;
  return (
    <>
      <Choice name="issuer" label={t('filters.issuer')} value={filters.issuer}>
        <option value="">{t('filters.allIssuers')}</option>
        {ISSUERS.map((issuer) => (
          <option key={issuer} value={issuer}>
            {t(`issuer.${issuer}`)}
          </option>
        ))}
      </Choice>
      <Choice name="genre" label={t('filters.genre')} value={filters.genre}>
        <option value="">{t('filters.allGenres')}</option>
        {GENRES.map((genre) => (
          <option key={genre} value={genre}>
            {t(`genre.${genre}`)}
          </option>
        ))}
      </Choice>
      <Choice name="measure" label={t('filters.measure')} value={filters.measure}>
        {MEASURES.map((measure) => (
          <option key={measure} value={measure}>
            {t(`measure.${measure}`)}
          </option>
        ))}
      </Choice>
      <Choice name="copies" label={t('filters.copies')} value={filters.copies}>
        <option value="once">{t('copies.once')}</option>
        <option value="all">{t('copies.all')}</option>
      </Choice>
      <Choice name="by" label={t('filters.by')} value={filters.by}>
        <option value="">{t('filters.grainAuto')}</option>
        {GRAINS.map((grain) => (
          <option key={grain} value={grain}>
            {t(`grain.${grain}`)}
          </option>
        ))}
      </Choice>
    </>
  );
}
