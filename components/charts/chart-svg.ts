import { emptyRuns, type Trend, timeTicks } from '@/lib/format/trend';
import type { View } from '@/lib/format/view';
import { linePaths, ribbonPath, SIZE, scaleOf, volumePath } from './trend-shapes';

/** The chart as a picture of its own: what is written on it, besides its axes. */
export interface PictureWords {
  readonly title: string;
  readonly subtitle: string;
  readonly axisTitle: string;
  /** Where the numbers come from and as of when. */
  readonly source: string;
}

export const PICTURE = { width: 1200, height: 675 } as const;
const PLOT = { left: 90, top: 150, width: 1060, height: 400 } as const;
const INK = {
  paper: '#fbf9f4',
  ink: '#1e1b17',
  quiet: '#6f6a61',
  rule: '#ddd7ca',
  volume: '#e6e0d3',
} as const;
const COLORS = ['#0b6a9c', '#b34a00', '#00735a', '#96447a', '#7d6200', '#4a5568'] as const;
const ACCENT = '#bd2d18';
const SANS = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif";
const SERIF = "'Songti SC','Noto Serif CJK SC','Noto Serif SC',serif";

const escapeXml = (text: string) => text.replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);

interface TextStyle {
  readonly size?: number;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly family?: string;
  readonly weight?: number;
}

function text(x: number, y: number, words: string, style: TextStyle = {}): string {
  const { size = 18, fill = INK.quiet, anchor = 'start', family = SANS, weight = 400 } = style;
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" fill="${fill}" text-anchor="${anchor}" font-family="${family}" font-weight="${weight}">${escapeXml(words)}</text>`;
}

function axes(view: View, trend: Trend, axis: (bucket: string) => string): string {
  const scale = scaleOf(trend);
  const buckets = trend.series[0]?.cells.map((c) => c.bucket) ?? [];
  const show = (v: number) => (trend.measure === 'share' ? view.n.share(v) : view.n.rate(v));
  const right = PLOT.left + PLOT.width;
  const rows = trend.ticks.map((tick) => {
    const y = PLOT.top + (scale.y(tick) / SIZE) * PLOT.height;
    const line = `<path d="M${PLOT.left} ${y.toFixed(1)}H${right}" stroke="${tick === 0 ? INK.quiet : INK.rule}"/>`;
    return line + text(PLOT.left - 12, y + 6, show(tick), { anchor: 'end', size: 16 });
  });
  const columns = timeTicks(buckets, 8).map((i) =>
    text(PLOT.left + (scale.x(i) / SIZE) * PLOT.width, PLOT.top + PLOT.height + 28, axis(buckets[i] ?? ''), {
      anchor: 'middle',
      size: 16,
    }),
  );
  return [...rows, ...columns].join('');
}

function lines(trend: Trend): string {
  const scale = scaleOf(trend);
  const single = trend.series.length === 1;
  return trend.series
    .map((s, i) => {
      const color = single ? ACCENT : (COLORS[i] ?? INK.quiet);
      const { done, running } = linePaths(s, scale);
      const stroke = `fill="none" stroke="${color}" stroke-width="3" stroke-linejoin="round" vector-effect="non-scaling-stroke"`;
      return `<path d="${done}" ${stroke}/><path d="${running}" ${stroke} stroke-dasharray="6 6"/>`;
    })
    .join('');
}

/** Points as circles of the picture, not of the stretched plot; hollow where they rest on few reports. */
function dots(trend: Trend): string {
  const scale = scaleOf(trend);
  const single = trend.series.length === 1;
  return trend.series
    .flatMap((s, series) =>
      s.cells.map((c, i) => {
        if (c.value === null || c.mentions === 0) return '';
        const color = single ? ACCENT : (COLORS[series] ?? INK.quiet);
        const x = PLOT.left + (scale.x(i) / SIZE) * PLOT.width;
        const y = PLOT.top + (scale.y(c.value) / SIZE) * PLOT.height;
        return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="4" fill="${c.thin ? INK.paper : color}" stroke="${color}" stroke-width="2"/>`;
      }),
    )
    .join('');
}

/**
 * The chart as a free-standing SVG of 1200 × 675, always light: for papers, slides and the clipboard. The fonts are
 * named, not carried: whoever opens it sees them in the nearest that is there.
 */
export function chartSvg(
  view: View,
  trend: Trend,
  words: PictureWords,
  axis: (bucket: string) => string,
): string {
  const first = trend.series.length === 1 ? trend.series[0] : undefined;
  const cells = trend.series[0]?.cells.length ?? 1;
  const width = SIZE / Math.max(cells, 1);
  const plot = `<svg x="${PLOT.left}" y="${PLOT.top}" width="${PLOT.width}" height="${PLOT.height}" viewBox="0 0 ${SIZE} ${SIZE}" preserveAspectRatio="none">
${emptyRuns(trend)
  .map(
    ([a, b]) =>
      `<rect x="${a * width}" y="0" width="${(b - a + 1) * width}" height="${SIZE}" fill="${INK.rule}" opacity=".45"/>`,
  )
  .join('')}
${first ? `<path d="${volumePath(first)}" fill="${INK.volume}"/>` : ''}
${first && trend.measure !== 'mentions' ? `<path d="${ribbonPath(first, scaleOf(trend))}" fill="${ACCENT}" opacity=".13"/>` : ''}
${lines(trend)}
</svg>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE.width}" height="${PICTURE.height}" viewBox="0 0 ${PICTURE.width} ${PICTURE.height}" role="img">
<title>${escapeXml(words.title)}</title>
<rect width="100%" height="100%" fill="${INK.paper}"/>
${text(40, 68, words.title, { size: words.title.length > 20 ? 30 : 44, fill: INK.ink, family: SERIF, weight: 600 })}
${text(40, 102, words.subtitle)}
${text(40, 134, words.axisTitle, { size: 16 })}
${plot}
${axes(view, trend, axis)}
${dots(trend)}
${text(40, PICTURE.height - 30, words.source, { size: 15 })}
</svg>`;
}
