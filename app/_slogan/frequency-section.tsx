import Link from 'next/link';
import { FigureMenu } from '@/components/charts/figure-menu';
import type { PlotBand } from '@/components/charts/plot-bands';
import { TrendDoubts } from '@/components/charts/trend-doubts';
import { type PlotEvent, TrendPlot } from '@/components/charts/trend-plot';
import { TrendTable } from '@/components/charts/trend-table';
import { NoteList } from '@/components/kept/reader-notes';
import { GRAINS, MEASURES, oneValue } from '@/lib/filters';
import { formatDate } from '@/lib/format/dates';
import type { TrendCell } from '@/lib/format/trend';
import { trendSentence } from '@/lib/format/trend-sentence';
import type { View } from '@/lib/format/view';
import { bucketFilter, nextBucket } from '@/lib/queries/buckets';
import { type EventRow, events } from '@/lib/queries/events';
import type { LifeEvent } from '@/lib/queries/life-of-series';
import type { SloganEntry } from '@/lib/queries/slogan';
import { figureLinks } from '../_figures/figure-links';
import { lifeOf } from './life-data';
import { sloganTrend, smoothingOf } from './slogan-trend';

/** Windows of smoothing that are offered. */
const WINDOWS = [0, 1, 2, 3];
/** Fewer mentions than this make no line that would mean anything. */
const FEW = 4;

/** The chart of the page: how often the slogan stands in each bucket, on how many reports. */
export async function FrequencySection({
  view,
  slogan,
  mentions,
}: {
  view: View;
  slogan: SloganEntry;
  mentions: number;
}) {
  const { t, filters } = view;
  const path = `/slogans/${slogan.id}`;
  const window = smoothingOf(oneValue(view.params.smooth));
  const [{ found, trend, drawn, axis }, told, links] = await Promise.all([
    sloganTrend(view, slogan, window),
    lifeOf(slogan.id, filters),
    figureLinks(
      view,
      'slogan-trend',
      { slogan: String(slogan.id), smooth: window ? String(window) : undefined },
      slogan.canonical,
    ),
  ]);
  const bursts = told.events.filter((e) => e.event === 'burst');
  const cells = trend.series[0]?.cells ?? [];
  const [first, last] = [cells[0], cells[cells.length - 1]];
  const stored = first && last ? await events(first.bucket, last.bucket) : [];
  const marks = mainEvents(stored).map((e) => ({
    day: e.day,
    name: view.locale === 'en' ? (e.nameEn ?? e.name) : e.name,
  }));
  const coarser = found.series[0]?.coarser;
  const few = mentions < FEW || cells.length < 2;
  return (
    <section aria-labelledby="frequency">
      <div className="section-head">
        <h2 id="frequency">{t('slogan.frequency')}</h2>
        <Toggles view={view} path={path} grain={found.grain} window={window} />
        <FigureMenu view={view} table="frequency-data" {...links} />
      </div>
      <figure className="trend">
        {few ? (
          <p className="quiet">{t(cells.length < 2 ? 'slogan.oneBucket' : 'slogan.few')}</p>
        ) : (
          <>
            <p className="axis-title">{t(`axis.${filters.measure}`)}</p>
            <TrendPlot
              view={view}
              trend={drawn}
              named={window > 0}
              detailed
              events={marks}
              bands={bursts.map((e) => bandOf(view, e))}
              axis={axis}
              notes
              end={last ? nextBucket(last.bucket, found.grain) : ''}
              zoom={{
                address: view.href(path, { from: undefined, until: undefined }),
                periods: cells.map((c) => {
                  const { from = c.bucket, until = c.bucket } = bucketFilter(c.bucket, found.grain);
                  return [from, until] as const;
                }),
              }}
            />
            {(filters.from || filters.until) && (
              <p className="small">
                <Link
                  href={view.href(path, { from: undefined, until: undefined })}
                  prefetch={false}
                  scroll={false}
                >
                  {t('slogan.zoomOut')}
                </Link>
              </p>
            )}
          </>
        )}
        <figcaption>
          <p>{trendSentence(trend, t, view.n)}</p>
          {!few && bursts.length > 0 && (
            <p>{bursts.map((e) => bandOf(view, e).text).join(t('trend.space'))}</p>
          )}
          {!few && <p className="quiet small">{t('slogan.chartNote')}</p>}
          <OwnWords view={view} cells={cells} />
          {coarser && coarser.mentions > 0 && (
            <p className="quiet small">
              {t('slogan.coarser', {
                mentions: view.n.count(coarser.mentions),
                reports: view.n.count(coarser.reports),
              })}
            </p>
          )}
        </figcaption>
      </figure>
      <TrendDoubts view={view} trend={trend} />
      <TrendTable view={view} trend={trend} id="frequency-data" />
      {!few && marks.length > 0 && <EventList view={view} events={marks} />}
      {!few && <NoteList words={noteWords(view)} />}
    </section>
  );
}

/** How many of the reports in the chart say it in words of their own, and what counts as that. */
function OwnWords({ view: { t, n }, cells }: { view: View; cells: readonly TrendCell[] }) {
  const sum = (of: (c: TrendCell) => number) => cells.reduce((all, c) => all + of(c), 0);
  const [reports, own] = [sum((c) => c.reports), sum((c) => c.own ?? 0)];
  if (reports === 0) return null;
  return (
    <p className="quiet small" data-own={own}>
      {t('slogan.ownWords', { own: n.count(own), reports: n.count(reports), share: n.share(own / reports) })}
    </p>
  );
}

/** A burst as a shaded stretch with its weight. */
function bandOf({ t, n, locale }: View, e: LifeEvent): PlotBand {
  const values = {
    from: formatDate(e.from.slice(0, 7), locale),
    until: formatDate(e.until.slice(0, 7), locale),
    weight: n.rate(e.value ?? 0),
  };
  return {
    from: e.from,
    end: nextBucket(e.until, 'month'),
    label: t('life.burstLabel', values),
    text: t('life.burst', { ...values, reports: e.reports, total: e.totalReports }),
  };
}

function noteWords({ t }: View) {
  return {
    title: t('notes.title'),
    day: t('notes.day'),
    text: t('notes.text'),
    add: t('notes.add'),
    remove: t('compare.remove'),
    note: t('notes.note'),
  };
}

/** What the hairlines stand for, for those who do not point at them. */
function EventList({ view, events: marks }: { view: View; events: readonly PlotEvent[] }) {
  return (
    <details className="data">
      <summary>{view.t('slogan.events')}</summary>
      <ul className="events">
        {marks.map((e) => (
          <li key={`${e.day}${e.name}`}>
            <span className="quiet">{formatDate(e.day, view.locale)}</span> {e.name}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** More hairlines than this are a fence; then only those that any reader of the field would look for. */
const MANY_EVENTS = 16;
const MAIN_KINDS = ['congress', 'plenum', 'session'];

function mainEvents(marks: readonly EventRow[]): readonly EventRow[] {
  for (let kinds = MAIN_KINDS.length; marks.length > MANY_EVENTS && kinds > 0; kinds--) {
    marks = marks.filter((e) => MAIN_KINDS.slice(0, kinds).includes(e.kind));
  }
  return marks;
}

/** Measure and grain, one click each, by links. */
interface ToggleProps {
  readonly view: View;
  readonly path: string;
  readonly grain: string;
  readonly window: number;
}

function Toggles({ view, path, grain, window }: ToggleProps) {
  const { t, filters } = view;
  return (
    <div className="toggles">
      <nav aria-label={t('filters.measure')}>
        {MEASURES.map((m) => (
          <Link
            key={m}
            href={view.href(path, { measure: m })}
            aria-current={m === filters.measure ? 'true' : undefined}
            prefetch={false}
            scroll={false}
          >
            {t(`measureShort.${m}`)}
          </Link>
        ))}
      </nav>
      <nav aria-label={t('filters.by')}>
        {GRAINS.map((g) => (
          <Link
            key={g}
            href={view.href(path, { by: g })}
            aria-current={g === grain ? 'true' : undefined}
            prefetch={false}
            scroll={false}
          >
            {t(`grainShort.${g}`)}
          </Link>
        ))}
      </nav>
      <nav aria-label={t('slogan.smoothing')}>
        {WINDOWS.map((k) => (
          <Link
            key={k}
            href={view.href(path, {}, { smooth: k === 0 ? undefined : String(k) })}
            aria-current={k === window ? 'true' : undefined}
            prefetch={false}
            scroll={false}
          >
            {k === 0 ? t('slogan.raw') : `±${k}`}
          </Link>
        ))}
      </nav>
    </div>
  );
}
