/**
 * Where the units of a text stand that some stage asks for: line ends, digits, 年 and 月, quotation marks … One pass
 * over the units lists them; the stages then walk the list, a small part of the text, instead of the text.
 */
import type { Marks, Text } from '@/lib/types';

/** What a listed unit may be, as bits of `Marks.bits`. Bits 0–7 belong to `lib/text/classes`. */
export const MARK = {
  newline: 1 << 8,
  /** 0–9, half-width. */
  digit: 1 << 9,
  /** 一 to 十, 两, 双, 零, 〇, ○. */
  chineseDigit: 1 << 10,
  /** 、 */
  separator: 1 << 11,
  openQuote: 1 << 12,
  closeQuote: 1 << 13,
  /** + */
  plus: 1 << 14,
  /** 。！？； */
  stop: 1 << 15,
  /** （ and ( */
  openBracket: 1 << 16,
  /** ） and ) */
  closeBracket: 1 << 17,
  /** 第 其 首 再 最: how markers of lists begin that are no numerals. */
  order: 1 << 18,
  /** ① and its like. */
  circled: 1 << 19,
  /** 年 */
  year: 1 << 20,
  /** 月 */
  month: 1 << 21,
  /** ：, which between digits becomes half-width. */
  colon: 1 << 22,
  /** ， */
  comma: 1 << 23,
  /** 今 昨 前 日 近 连: how words begin that say when by counting from the day of writing. */
  relative: 1 << 26,
  /** - . /, which part year, month and day. */
  dash: 1 << 24,
  /** 号 */
  number: 1 << 25,
} as const;

const MEMBERS: readonly (readonly [number, string])[] = [
  [MARK.newline, '\n'],
  [MARK.digit, '0123456789'],
  [MARK.chineseDigit, '一二三四五六七八九十两双零〇○'],
  [MARK.separator, '、'],
  [MARK.openQuote, '“‘'],
  [MARK.closeQuote, '”’'],
  [MARK.plus, '+'],
  [MARK.stop, '。！？；'],
  [MARK.openBracket, '（('],
  [MARK.closeBracket, '）)'],
  [MARK.order, '第其首再最'],
  [MARK.circled, '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟'],
  [MARK.year, '年'],
  [MARK.month, '月'],
  [MARK.colon, '：'],
  [MARK.comma, '，'],
  [MARK.relative, '今昨前日近连'],
  [MARK.dash, '-./'],
  [MARK.number, '号'],
];

/** Whether a unit is a half-width digit: what `MARK.digit` lists. */
export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Which marks are listed once more, by the stage that asks for them, as bits of `KindTable.groups`. */
export const GROUP = {
  /** What the last pass of restoring may deal with, line ends among them. */
  placed: 1,
  /** What may announce boilerplate. */
  announced: 2,
  /** What dates, relative words and numbers of documents are read at. */
  dated: 4,
} as const;

const DATED = MARK.year | MARK.month | MARK.dash | MARK.relative | MARK.number;

/** Bits by unit, in two steps, so that what every unit is asked for fits into the first cache: listed? → kind → bits. */
export class KindTable {
  /** 1 for units with a kind. */
  readonly listed = new Uint8Array(65536);
  readonly kinds = new Uint8Array(65536);
  /** By kind. */
  readonly bits = new Int32Array(256);
  readonly groups = new Uint8Array(256);
  private readonly numbers = new Map<number, number>([[0, 0]]);
  private readonly members: (readonly [number, number])[] = [
    [GROUP.placed, MARK.newline],
    [GROUP.dated, DATED],
  ];

  constructor() {
    for (const [bits, characters] of MEMBERS)
      for (let i = 0; i < characters.length; i++) this.add(characters.charCodeAt(i), bits);
  }

  /** Puts all kinds that have one of the bits into a group. */
  group(group: number, bits: number): void {
    this.members.push([group, bits]);
    for (let kind = 0; kind < this.numbers.size; kind++)
      this.groups[kind] = this.groupsOf(this.bits[kind] ?? 0);
  }

  private groupsOf(bits: number): number {
    return this.members.reduce((all, [group, members]) => ((bits & members) === 0 ? all : all | group), 0);
  }

  /** Adds bits to those that a unit has. */
  add(unit: number, bits: number): void {
    const all = this.bitsOf(unit) | bits;
    let kind = this.numbers.get(all);
    if (kind === undefined) {
      kind = this.numbers.size;
      if (kind > 255) throw new Error('more kinds of units than a byte can tell apart');
      this.numbers.set(all, kind);
      this.bits[kind] = all;
      this.groups[kind] = this.groupsOf(all);
    }
    this.kinds[unit] = kind;
    this.listed[unit] = 1;
  }

  bitsOf(unit: number): number {
    return this.bits[this.kinds[unit] as number] as number;
  }
}

/** How far the bits of a digit and of what is placed are from that of a comma. */
const DIGIT_TO_COMMA = Math.log2(MARK.comma / MARK.digit);
const PLACED_TO_COMMA = Math.log2(MARK.comma / GROUP.placed);

/** Room for the list of a text, which grows on demand: the next text overwrites it. */
export class MarkList implements Marks {
  at = new Int32Array(1024);
  bits = new Int32Array(1024);
  count = 0;
  placed = new Int32Array(1024);
  placedCount = 0;
  announced = new Int32Array(1024);
  announcedCount = 0;
  dated = new Int32Array(1024);
  datedCount = 0;
  /** Whether a full-width comma may follow a digit somewhere; full-width digits are among what is placed. */
  hasDigitComma = false;

  /** Lists the units of `units[0, n)` that have a kind; returns all bits that occur. */
  list(units: Uint16Array, n: number, table: KindTable): number {
    if (this.at.length <= n) this.grow(2 * n);
    this.count = listUnits(units, n, table.listed, this.at);
    return this.sort(units, table);
  }

  private grow(room: number): void {
    this.at = new Int32Array(room);
    this.bits = new Int32Array(room);
    this.placed = new Int32Array(room);
    this.announced = new Int32Array(room);
    this.dated = new Int32Array(room);
  }

  /** Looks up bits and groups; without branches, like listing. */
  private sort(units: Uint16Array, table: KindTable): number {
    const { at, bits, count, placed, announced, dated } = this;
    const { kinds, bits: bitsOf, groups } = table;
    const [fromDigit, fromPlaced] = [DIGIT_TO_COMMA, PLACED_TO_COMMA];
    let all = 0;
    let placedCount = 0;
    let announcedCount = 0;
    let datedCount = 0;
    let touching = 0;
    let before = 0;
    let last = -1;
    for (let m = 0; m < count; m++) {
      const position = at[m] as number;
      const kind = kinds[units[position] as number] as number;
      const found = bitsOf[kind] as number;
      const group = groups[kind] as number;
      bits[m] = found;
      all |= found;
      placed[placedCount] = m;
      placedCount += group & 1;
      announced[announcedCount] = m;
      announcedCount += (group >>> 1) & 1;
      dated[datedCount] = m;
      datedCount += group >>> 2;
      // All ones where this mark follows the one before directly.
      touching |= before & found & ((position - last - 2) >> 31);
      before = (found << fromDigit) | (group << fromPlaced);
      last = position;
    }
    this.placedCount = placedCount;
    this.announcedCount = announcedCount;
    this.datedCount = datedCount;
    this.hasDigitComma = (touching & MARK.comma) !== 0;
    return all;
  }
}

/** Writes the positions of listed units to `at`, and how many there are. Without branches, since none could be foreseen. */
function listUnits(units: Uint16Array, n: number, listed: Uint8Array, at: Int32Array): number {
  let count = 0;
  let i = 0;
  // Eight at a time: what a loop costs of its own is as much as one look.
  for (const stop = n - 7; i < stop; i += 8) {
    at[count] = i;
    count += listed[units[i] as number] as number;
    at[count] = i + 1;
    count += listed[units[i + 1] as number] as number;
    at[count] = i + 2;
    count += listed[units[i + 2] as number] as number;
    at[count] = i + 3;
    count += listed[units[i + 3] as number] as number;
    at[count] = i + 4;
    count += listed[units[i + 4] as number] as number;
    at[count] = i + 5;
    count += listed[units[i + 5] as number] as number;
    at[count] = i + 6;
    count += listed[units[i + 6] as number] as number;
    at[count] = i + 7;
    count += listed[units[i + 7] as number] as number;
  }
  for (; i < n; i++) {
    at[count] = i;
    count += listed[units[i] as number] as number;
  }
  return count;
}

let plain: KindTable | null = null;

/** The marks of a text: those it came with from restoring, or listed now. */
export function marksOf(text: Text): Marks {
  if (text.marks !== undefined) return text.marks;
  plain ??= new KindTable();
  const marks = new MarkList();
  marks.list(text.units, text.string.length, plain);
  return marks;
}

/** The index in a list of marks, such as `marks.dated`, of the first one at or after a position. */
export function listedFrom({ at }: Marks, list: Int32Array, count: number, position: number): number {
  // What lies at the beginning is asked for most.
  if (count === 0 || (at[list[0] as number] as number) >= position) return 0;
  let low = 1;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[list[middle] as number] as number) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
