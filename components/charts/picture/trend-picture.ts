import { emptyRuns, type Trend, timeTicks } from '@/lib/format/trend';
import type { View } from '@/lib/format/view';
import { lineNames, linePaths, ribbonPath, SIZE, scaleOf, volumePath } from '../trend-shapes';
import { box, INK, PLOT, SERIES, text } from './picture';

type Axis = (bucket: string) => string;
/** Where a chart stands within the picture, in its pixels. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const colorOf = (trend: Trend, series: number) =>
  trend.series.length === 1 ? INK.accent : (SERIES[series] ?? INK.quiet);

function axes(view: View, trend: Trend, axis: Axis, at: Frame): string {
  const scale = scaleOf(trend);
  const buckets = trend.series[0]?.cells.map((c) => c.bucket) ?? [];
  const show = (v: number) => (trend.measure === 'share' ? view.n.share(v) : view.n.rate(v));
  const rows = trend.ticks.map((tick) => {
    const y = at.top + (scale.y(tick) / SIZE) * at.height;
    const line = box(at.left, y, at.width, 1, tick === 0 ? INK.quiet : INK.rule);
    return line + text(at.left - 12, y + 6, show(tick), { anchor: 'end', size: 16 });
  });
  const columns = timeTicks(buckets, 8).map((i) =>
    text(at.left + (scale.x(i) / SIZE) * at.width, at.top + at.height + 26, axis(buckets[i] ?? ''), {
      anchor: 'middle',
      size: 16,
    }),
  );
  return [...rows, ...columns].join('');
}

/** A path of the square plot in the pixels of the picture: a stroke in a stretched drawing would be stretched too. */
function placed(path: string, at: Frame): string {
  return path.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, x: string, y: string) => {
    const left = at.left + (Number(x) / SIZE) * at.width;
    return `${left.toFixed(1)} ${(at.top + (Number(y) / SIZE) * at.height).toFixed(1)}`;
  });
}

function lines(trend: Trend, at: Frame): string {
  const scale = scaleOf(trend);
  return trend.series
    .map((s, i) => {
      const { done, running } = linePaths(s, scale);
      const stroke = `fill="none" stroke="${colorOf(trend, i)}" stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round"`;
      return (
        (done && `<path d="${placed(done, at)}" ${stroke}/>`) +
        (running && `<path d="${placed(running, at)}" ${stroke} stroke-dasharray="2 7"/>`)
      );
    })
    .join('');
}

/** Points as circles of the picture, not of the stretched plot; hollow where they rest on few reports. */
function dots(trend: Trend, at: Frame): string {
  const scale = scaleOf(trend);
  return trend.series
    .flatMap((s, series) =>
      s.cells.map((c, i) => {
        if (c.value === null || c.mentions === 0) return '';
        const color = colorOf(trend, series);
        const x = at.left + (scale.x(i) / SIZE) * at.width;
        const y = at.top + (scale.y(c.value) / SIZE) * at.height;
        return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="4" fill="${c.thin ? INK.paper : color}" stroke="${color}" stroke-width="2"/>`;
      }),
    )
    .join('');
}

/** The stretched part: hatching, volume, interval, lines. */
export function plotMarks(trend: Trend, at: Frame): string {
  const first = trend.series.length === 1 ? trend.series[0] : undefined;
  const width = SIZE / Math.max(trend.series[0]?.cells.length ?? 1, 1);
  const hatch = emptyRuns(trend).map(([a, b]) =>
    box(a * width, 0, (b - a + 1) * width, SIZE, INK.rule, ' opacity=".45"'),
  );
  const volume = first && volumePath(first);
  const ribbon = first && trend.measure !== 'mentions' && ribbonPath(first, scaleOf(trend));
  return `<svg x="${at.left}" y="${at.top}" width="${at.width}" height="${at.height}" viewBox="0 0 ${SIZE} ${SIZE}" preserveAspectRatio="none">
${hatch.join('')}${volume ? `<path d="${volume}" fill="${INK.volume}"/>` : ''}${ribbon ? `<path d="${ribbon}" fill="${INK.accent}" opacity=".13"/>` : ''}
</svg>${lines(trend, at)}`;
}

/** A chart of rates over time, with the names of its lines at their right ends where there are several. */
export function trendPicture(view: View, trend: Trend, axis: Axis): string {
  const named = trend.series.length > 1;
  const at = { ...PLOT, width: PLOT.width - (named ? 150 : 0), height: PLOT.height - 20 };
  const names = named
    ? lineNames(trend).map(({ name, index, y }) =>
        text(at.left + at.width + 10, at.top + (y / SIZE) * at.height + 6, name, {
          fill: colorOf(trend, index),
        }),
      )
    : [];
  return plotMarks(trend, at) + axes(view, trend, axis, at) + dots(trend, at) + names.join('');
}

const COLUMNS = 4;

/** Small charts on one scale, as many as fit; each with the name of its line. */
export function multiplesPicture(view: View, trend: Trend): string {
  const shown = trend.series.slice(0, COLUMNS * 2);
  const rows = Math.ceil(shown.length / COLUMNS);
  const [width, height] = [1_120 / COLUMNS, PLOT.height / Math.max(rows, 1)];
  const top = trend.ticks[trend.ticks.length - 1] ?? 1;
  const ends = [shown[0]?.cells[0], shown[0]?.cells.at(-1)].map((c) => c?.bucket.slice(0, 7) ?? '');
  return shown
    .map((s, i) => {
      const at = {
        left: 40 + (i % COLUMNS) * width,
        top: PLOT.top + Math.floor(i / COLUMNS) * height + 30,
        width: width - 24,
        height: height - 64,
      };
      const own = { ...trend, series: [{ ...s, cells: s.cells.map((c) => ({ ...c, totalReports: 0 })) }] };
      const scale = view.t(trend.measure === 'share' ? 'figure.top' : 'figure.topPlain', {
        top: trend.measure === 'share' ? view.n.share(top) : view.n.rate(top),
      });
      return [
        text(at.left, at.top - 10, s.name, { fill: INK.ink }),
        plotMarks(own, at),
        box(at.left, at.top + at.height, at.width, 1, INK.quiet),
        text(at.left, at.top + at.height + 18, ends[0] ?? '', { size: 13 }),
        text(at.left + at.width, at.top + at.height + 18, ends[1] ?? '', { size: 13, anchor: 'end' }),
        i === 0 ? text(at.left + at.width, at.top - 10, scale, { size: 13, anchor: 'end' }) : '',
      ].join('');
    })
    .join('');
}
