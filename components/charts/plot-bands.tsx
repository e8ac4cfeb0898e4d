import { dayPosition } from './day-position';

/** A stretch of time that something is said of, such as a burst. */
export interface PlotBand {
  /** First day, and first day after it. */
  readonly from: string;
  readonly end: string;
  /** What stands in it, in a word or two. */
  readonly label: string;
  /** The same in a sentence. */
  readonly text: string;
}

/** Narrower than this share of the chart, in percent, a label would stand on its neighbours. */
const ROOM = 7;

/** Shaded stretches behind the marks of a chart. */
export function PlotBands({ bands, buckets }: { bands: readonly PlotBand[]; buckets: readonly string[] }) {
  return bands.map(({ from, end, label, text }) => {
    const left = dayPosition(from, buckets);
    const width = Math.max(dayPosition(end, buckets) - left, 0.4);
    return (
      <div key={from} className="burst" style={{ left: `${left}%`, width: `${width}%` }} title={text}>
        {width > ROOM && <span>{label}</span>}
      </div>
    );
  });
}
