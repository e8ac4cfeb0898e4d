/**
 * What about a UTF-16 unit may need attention, as the low eight bits of its kind (see lib/marks). A text in which
 * no unit has such a bit is left exactly as it is.
 */
import { GROUP, KindTable, MARK } from '@/lib/marks';

export const CLASS = {
  /** White space in a line, lines without text. */
  layout: 1,
  /** Full-width ASCII and half-width punctuation. */
  width: 2,
  /** A traditional character that simplified text does not use. */
  traditional: 4,
  /** A vowel with a tone mark, as in a reading in brackets. */
  tone: 8,
  /** Zero-width, private-use and control characters. */
  invisible: 16,
  /** The beginning of an HTML entity. */
  entity: 32,
  /** Characters that stand in text decoded with the wrong encoding. */
  mojibake: 64,
  /** One of two characters that announce boilerplate; looked at together with its neighbours. */
  boilerplate: 128,
} as const;

export const TONED = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜḿńňǹếềê̄ɡɑ\u0300\u0301\u0304\u030c';

/** Letters of UTF-8 read as Latin-1 or Windows-1252, and characters of UTF-8 read as GBK. */
const MOJIBAKE = 'ÂÃâäåæçèéïð锛銆鈥锟鐨烫';

const SPACES =
  '\t\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u0085\u000b\u000c';
const HALF_WIDTH = ',;:?!()"';

/** Full-width punctuation that the normalised text keeps. */
export const KEPT_FULL_WIDTH = '，；：？！（）';

/** Builds the table. `isTraditional` says which units give traditional text away; `anchors` are characters of boilerplate pairs. */
export function buildKinds(isTraditional: (unit: number) => boolean, anchors: Iterable<number>): KindTable {
  const table = new KindTable();
  const mark = (unit: number, bit: number) => table.add(unit, bit);
  for (let unit = 0x3400; unit < 0xfb00; unit++) if (isTraditional(unit)) mark(unit, CLASS.traditional);
  for (const c of SPACES) mark(c.charCodeAt(0), CLASS.layout);
  for (const c of HALF_WIDTH) mark(c.charCodeAt(0), CLASS.width);
  for (let unit = 0xff01; unit <= 0xff5e; unit++)
    if (!KEPT_FULL_WIDTH.includes(String.fromCharCode(unit))) mark(unit, CLASS.width);
  // A full-width colon or comma stays too, unless it stands between digits, which `scan` looks at.
  mark(0xff61, CLASS.width);
  mark(0xff64, CLASS.width);
  for (let i = 0; i < TONED.length; i++) mark(TONED.charCodeAt(i), CLASS.tone);
  for (const c of MOJIBAKE) mark(c.charCodeAt(0), CLASS.mojibake);
  for (let unit = 0; unit < 0xa0; unit++) if (isInvisible(unit)) mark(unit, CLASS.invisible);
  for (let unit = 0xe000; unit <= 0xf8ff; unit++) mark(unit, CLASS.invisible);
  for (const unit of [0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0x2061, 0x2062, 0x2063, 0xfeff]) {
    mark(unit, CLASS.invisible);
  }
  for (let unit = 0x202a; unit <= 0x202e; unit++) mark(unit, CLASS.invisible);
  for (let unit = 0xfe00; unit <= 0xfe0f; unit++) mark(unit, CLASS.invisible);
  mark(0x26, CLASS.entity);
  for (const unit of anchors) mark(unit, CLASS.boilerplate);
  table.group(GROUP.placed, CLASS.layout | CLASS.width | MARK.newline | MARK.colon);
  table.group(GROUP.announced, CLASS.boilerplate);
  // Now, not with the first text: making room for it might move that.
  table.address();
  return table;
}

function isInvisible(unit: number): boolean {
  if (unit === 9 || unit === 10 || unit === 11 || unit === 12 || unit === 13 || unit === 0x85) return false;
  return unit < 0x20 || unit >= 0x7f;
}

/** True for characters written in the Chinese script, by unit (surrogates of rare characters included). */
export function isHan(unit: number): boolean {
  return (
    (unit >= 0x3400 && unit <= 0x9fff) ||
    unit === 0x3007 ||
    (unit >= 0xd840 && unit <= 0xdfff) ||
    (unit >= 0xf900 && unit <= 0xfaff)
  );
}
