import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { outlined, rendered } from './paint-thread';

const FAMILIES = { sans: 'noto-sans-sc', serif: 'noto-serif-sc' } as const;
type Family = keyof typeof FAMILIES;

interface Piece {
  readonly file: string;
  /** First and last code point of each of its ranges. */
  readonly ranges: readonly (readonly [number, number])[];
}

const require = createRequire(join(process.cwd(), 'package.json'));
const pieces = new Map<Family, Promise<readonly Piece[]>>();

/** The pieces of our web font, as its style sheet lists them. */
async function readPieces(family: Family): Promise<readonly Piece[]> {
  const css = require.resolve(`@fontsource-variable/${FAMILIES[family]}/index.css`);
  const rule = /url\(\.\/(files\/[^)]+)\)[^}]*?unicode-range:\s*([^;}]+)/g;
  return [...(await readFile(css, 'utf8')).matchAll(rule)].map(([, file = '', ranges = '']) => ({
    file: join(dirname(css), file),
    ranges: ranges.split(',').map((range) => {
      const [first = 0, last = first] = range
        .trim()
        .slice(2)
        .split('-')
        .map((x) => Number.parseInt(x, 16));
      return [first, last] as const;
    }),
  }));
}

/** The pieces that hold the characters of a text. */
async function fontsFor(family: Family, text: string): Promise<string[]> {
  if (!pieces.has(family)) pieces.set(family, readPieces(family));
  const points = [...new Set(text)].map((c) => c.codePointAt(0) ?? 0);
  return ((await pieces.get(family)) ?? [])
    .filter(({ ranges }) => points.some((p) => ranges.some(([first, last]) => p >= first && p <= last)))
    .map(({ file }) => file);
}

const TEXT = /<text [^>]*font-size="([\d.]+)" fill="([^"]+)"[^>]*>[^<]*<\/text>/g;
const isSerif = (element: string) => element.includes('serif') && !element.includes('sans-serif');

/**
 * The variable font is drawn in its lightest weight, which is its default; a stroke of a twentieth of its size brings
 * it to the regular one.
 */
function thickened(element: string, size: string, fill: string): string {
  const width = (Number(size) * (isSerif(element) ? 0.03 : 0.045)).toFixed(2);
  return element.replace('<text ', `<text stroke="${fill}" stroke-width="${width}" `);
}

/** A third more than the drawing: sharp enough on fine screens, and what social cards take. */
const WIDTH = 1_600;
const KEPT = 40;
const kept = new Map<string, Promise<Uint8Array>>();

/**
 * One of our pictures as PNG, painted in a thread of its own without a browser and without fonts of the system. Texts in the serif are turned
 * into outlines first: characters that a font lacks are taken from any other, so that each is painted with its own.
 */
async function painted(svg: string): Promise<Uint8Array> {
  const serifs = [...svg.matchAll(TEXT)].map(([element]) => element).filter(isSerif);
  const head = svg.slice(0, svg.indexOf('>') + 1);
  const thick = (part: string) => part.replace(TEXT, thickened);
  const serif = thick(`${head}${serifs.join('')}</svg>`);
  const outlines = await outlined({ svg: serif, files: await fontsFor('serif', serif), width: WIDTH });
  let rest = svg;
  for (const element of serifs) rest = rest.replace(element, '');
  const whole = thick(rest).replace(/<\/svg>\s*$/, `${outlines}</svg>`);
  return rendered({ svg: whole, files: await fontsFor('sans', whole), width: WIDTH });
}

/** Paints a picture, or gives what was painted of the same before; the newest forty are kept. */
export function paint(svg: string): Promise<Uint8Array> {
  const key = createHash('sha256').update(svg).digest('base64');
  const before = kept.get(key);
  if (before) return before;
  const png = painted(svg);
  kept.set(key, png);
  png.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return png;
}
