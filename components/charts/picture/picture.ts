/** What is written on a picture, besides its marks. */
export interface PictureWords {
  readonly title: string;
  readonly subtitle: string;
  readonly axisTitle: string;
  /** Where the numbers come from and as of when. */
  readonly source: string;
}

export const PICTURE = { width: 1200, height: 675 } as const;
/** Where marks are drawn: below the titles, above the line of the source. */
export const PLOT = { left: 90, top: 150, width: 1060, height: 430 } as const;
export const INK = {
  paper: '#fbf9f4',
  ink: '#1e1b17',
  quiet: '#6f6a61',
  rule: '#ddd7ca',
  volume: '#e6e0d3',
  accent: '#bd2d18',
} as const;
export const SERIES = ['#0b6a9c', '#b34a00', '#00735a', '#96447a', '#7d6200', '#4a5568'] as const;
/** From cold to boiling, as --heat-0 … --heat-5 in the light theme. */
export const HEAT = ['#efe9db', '#f0d9c4', '#eab99c', '#df8f70', '#cf5b40', '#b3230f'] as const;

const SANS = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif";
/** Pictures that are painted on the server find by it which texts are set in the serif. */
export const SERIF = "'Songti SC','Noto Serif CJK SC','Noto Serif SC',serif";

export const escapeXml = (text: string) => text.replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);

interface TextStyle {
  readonly size?: number;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly serif?: boolean;
  readonly weight?: number;
}

/** A line of text of a picture; `x`, `y` in its pixels, `y` at the base line. */
export function text(x: number, y: number, words: string, style: TextStyle = {}): string {
  const { size = 18, fill = INK.quiet, anchor = 'start', serif = false, weight = 400 } = style;
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" fill="${fill}" text-anchor="${anchor}" font-family="${serif ? SERIF : SANS}" font-weight="${weight}">${escapeXml(words)}</text>`;
}

/** A filled rectangle of a picture, in its pixels. */
export function box(x: number, y: number, width: number, height: number, fill: string, more = ''): string {
  return `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${Math.max(width, 0).toFixed(1)}" height="${Math.max(height, 0).toFixed(1)}" fill="${fill}"${more}/>`;
}

/** Whole words of a name as far as they have room: Han characters are as wide as the type is high. */
export function fitted(words: string, size: number, room: number): string {
  const wide = (c: string) => (c.charCodeAt(0) > 0x2e80 ? size : size * 0.56);
  let used = 0;
  for (const [i, c] of [...words].entries()) {
    used += wide(c);
    if (used > room) return `${[...words].slice(0, Math.max(i - 1, 1)).join('')}…`;
  }
  return words;
}

/**
 * A free-standing SVG of 1200 × 675, always light: for papers, slides and the clipboard. The fonts are named, not
 * carried: whoever opens it sees them in the nearest that is there.
 */
export function pictureSvg(words: PictureWords, body: string): string {
  const size = words.title.length > 20 ? 30 : 44;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE.width}" height="${PICTURE.height}" viewBox="0 0 ${PICTURE.width} ${PICTURE.height}" role="img">
<title>${escapeXml(words.title)}</title>
${box(0, 0, PICTURE.width, PICTURE.height, INK.paper)}
${text(40, 68, fitted(words.title, size, 1_120), { size, fill: INK.ink, serif: true, weight: 600 })}
${text(40, 102, fitted(words.subtitle, 18, 1_120))}
${text(40, 134, fitted(words.axisTitle, 16, 1_120), { size: 16 })}
${body}
${text(40, PICTURE.height - 24, fitted(words.source, 15, 1_120), { size: 15 })}
</svg>`;
}
