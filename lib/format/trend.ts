import type { Measure } from '@/lib/filters';
import { type Counts, rateOf } from '@/lib/stats/rates';

/** empty: no documents, which is not zero. running: its last days are still to come. */
export type CellState = 'data' | 'empty' | 'running';

/** One point: what it says, on what it rests, and where its paragraphs are. */
export interface TrendCell extends Counts {
  readonly bucket: string;
  readonly label: string;
  readonly state: CellState;
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly thin: boolean;
  /** Of the reports that hold it: those that say it in words of their own; null where it is not known. */
  readonly own: number | null;
  readonly href: string;
  /** Codes of what makes it doubtful (docs/api.md). */
  readonly warnings: readonly string[];
}

export interface TrendSeries {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly TrendCell[];
}

/** A chart of rates over time. All series have the same buckets and one scale. */
export interface Trend {
  readonly measure: Measure;
  readonly series: readonly TrendSeries[];
  /** Values of the ticks of the y axis, from 0; the last is the top of the chart. */
  readonly ticks: readonly number[];
  /** What is counted, where it is not reports. */
  readonly of?: 'lists' | undefined;
}

export interface TrendInput {
  readonly key: string;
  readonly name: string;
  readonly rows: readonly (Counts & { readonly bucket: string; readonly relayed?: number | null })[];
}

export interface TrendOptions {
  readonly measure: Measure;
  /** First day after a bucket. */
  readonly end: (bucket: string) => string;
  readonly label: (bucket: string) => string;
  readonly href: (bucket: string, key: string) => string;
  /** The last day that can have been stored: buckets that end after it are unfinished. */
  readonly asOf: string;
  /** What makes a bucket of a series doubtful; where it is not given, nothing is known to. */
  readonly warnings?: (bucket: string, key: string) => readonly string[];
  readonly of?: Trend['of'];
}

/** Rates, intervals and states of the rows of a query, ready to be drawn or written as a table. */
export function makeTrend(inputs: readonly TrendInput[], options: TrendOptions): Trend {
  const { measure } = options;
  const series = inputs.map(({ key, name, rows }) => ({
    key,
    name,
    cells: rows.map((row): TrendCell => {
      const { bucket } = row;
      const warnings = options.warnings?.(bucket, key) ?? [];
      const isRunning = options.end(bucket) > options.asOf || warnings.includes('unfinished');
      const state = row.totalReports === 0 ? 'empty' : isRunning ? 'running' : 'data';
      return {
        ...row,
        ...rateOf(measure, row),
        state,
        label: options.label(bucket),
        href: options.href(bucket, key),
        warnings,
        own: row.relayed == null ? null : row.reports - row.relayed,
      };
    }),
  }));
  return { measure, series, ticks: niceTicks(topOf(series), measure), of: options.of };
}

/** Highest value, and highest end of an interval that rests on enough reports: thin ones would flatten the rest. */
function topOf(series: readonly TrendSeries[]): number {
  let top = 0;
  for (const { cells } of series) {
    for (const c of cells)
      top = Math.max(top, c.value ?? 0, c.thin ? 0 : Math.min(c.high, 2 * (c.value ?? 0)));
  }
  return top;
}

const STEPS = [1, 2, 2.5, 5, 10];

/** Three to five round ticks from 0 to at least `top`; whole numbers for counts, at most 100 % for shares. */
export function niceTicks(top: number, measure: Measure): number[] {
  const least = measure === 'share' ? 0.01 : 1;
  const goal = Math.max(top, least) / 4;
  const power = 10 ** Math.floor(Math.log10(goal));
  const rounded = (STEPS.find((s) => s * power >= goal * 0.999) ?? 10) * power;
  const step = measure === 'mentions' ? Math.max(1, Math.ceil(rounded)) : rounded;
  const count = Math.ceil(Math.max(top, least) / step - 1e-9);
  const ticks = Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)));
  return measure === 'share' ? ticks.filter((x) => x <= 1) : ticks;
}

/** Runs of buckets without documents, as [first, last], of all series together. */
export function emptyRuns(trend: Trend): [number, number][] {
  const runs: [number, number][] = [];
  const length = trend.series[0]?.cells.length ?? 0;
  for (let i = 0; i < length; i++) {
    if (!trend.series.every((s) => s.cells[i]?.state === 'empty')) continue;
    const run = runs[runs.length - 1];
    if (run && run[1] === i - 1) run[1] = i;
    else runs.push([i, i]);
  }
  return runs;
}

/** Which buckets get a label on the time axis: about `most`, evenly spaced, at the beginning of years where they can. */
export function timeTicks(buckets: readonly string[], most: number): number[] {
  const years = buckets.flatMap((b, i) =>
    i === 0 || b.slice(0, 4) !== buckets[i - 1]?.slice(0, 4) ? [i] : [],
  );
  const marks = years.length >= 3 ? years : buckets.map((_, i) => i);
  const step = Math.ceil(marks.length / most);
  return marks.filter((_, i) => i % step === 0);
}
