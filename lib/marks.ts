/**
 * Where the units of a text stand that some stage asks for: line ends, digits, 年 and 月, quotation marks … One pass
 * over the units lists them; the stages then walk the list, a small part of the text, instead of the text.
 */
import { allocate, buffer } from '@/lib/kernel/memory';
import { addressOf, roomFor } from '@/lib/kernel/room';
import { list } from '@/lib/kernel/text';
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
  /** ①, ⑴ and their like. */
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
  [MARK.circled, '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'],
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

const UNITS = 65_536;
const KINDS = 256;
/** How many bits a mark may have; the kernel keeps groups above them. */
const BITS = 27;

/** Bits by unit, in two steps, so that what every unit is asked for fits into the first cache: kind → bits. */
export class KindTable {
  readonly kinds = new Uint8Array(UNITS);
  /** By kind. */
  readonly bits = new Int32Array(KINDS);
  readonly groups = new Uint8Array(KINDS);
  private copy = 0;
  private isCopied = false;
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
    this.isCopied = false;
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
    this.isCopied = false;
  }

  bitsOf(unit: number): number {
    return this.bits[this.kinds[unit] as number] as number;
  }

  /** Where the kernel finds it: kinds, then bits and groups in one number a kind. */
  address(): number {
    if (this.isCopied) return this.copy;
    if (this.copy === 0) this.copy = allocate(UNITS + 4 * KINDS);
    new Uint8Array(buffer, this.copy).set(this.kinds);
    const packed = this.bits.map((bits, kind) => bits | ((this.groups[kind] as number) << BITS));
    new Int32Array(buffer, this.copy + UNITS).set(packed);
    this.isCopied = true;
    return this.copy;
  }
}

/** How far the bits of a digit and of what is placed are from that of a comma. */
const DIGIT_TO_COMMA = Math.log2(MARK.comma / MARK.digit);
const PLACED_TO_COMMA = Math.log2(MARK.comma / GROUP.placed);

/** The marks of one text at a time: they stand in the memory of the kernel, where the next text overwrites them. */
export class MarkList implements Marks {
  at: Int32Array = NONE;
  bits: Int32Array = NONE;
  count = 0;
  placed: Int32Array = NONE;
  placedCount = 0;
  announced: Int32Array = NONE;
  announcedCount = 0;
  dated: Int32Array = NONE;
  datedCount = 0;
  /** Whether a full-width comma may follow a digit somewhere; full-width digits are among what is placed. */
  hasDigitComma = false;

  /** Lists the units of `units[0, n)` that have a kind; returns all bits that occur. */
  list(units: Uint16Array, n: number, table: KindTable): number {
    const kinds = table.address();
    const address = addressOf(units);
    const { size, lists, listViews, counts, countsAt } = roomFor(n);
    const all = list(address, n, kinds, lists, size, countsAt, DIGIT_TO_COMMA, PLACED_TO_COMMA);
    if (this.at !== listViews[0]) {
      [this.at, this.bits, this.placed, this.announced, this.dated] = listViews;
    }
    this.count = counts[0] as number;
    this.placedCount = counts[1] as number;
    this.announcedCount = counts[2] as number;
    this.datedCount = counts[3] as number;
    this.hasDigitComma = ((counts[4] as number) & MARK.comma) !== 0;
    return all;
  }

  /**
   * Brings the bits up to date with units that took the place of listed ones, `changed` their positions in order.
   * False where the lists themselves would change. What is placed stays listed as such.
   */
  follow(units: Uint16Array, changed: { at: Int32Array; count: number }, table: KindTable): boolean {
    const { at, bits } = this;
    const others = GROUP.announced | GROUP.dated;
    let m = 0;
    for (let c = 0; c < changed.count; c++) {
      const position = changed.at[c] as number;
      while ((at[m] as number) < position) m++;
      const kind = table.kinds[units[position] as number] as number;
      if (kind === 0 || ((table.groups[kind] as number) & others) !== 0) return false;
      bits[m] = table.bits[kind] as number;
    }
    return true;
  }

  /** Takes the lists out of the memory of the kernel. */
  keep(): this {
    this.at = this.at.slice(0, this.count);
    this.bits = this.bits.slice(0, this.count);
    this.placed = this.placed.slice(0, this.placedCount);
    this.announced = this.announced.slice(0, this.announcedCount);
    this.dated = this.dated.slice(0, this.datedCount);
    return this;
  }
}

const NONE = new Int32Array(0);

const PLAIN = new KindTable();
// Now, not with the first text: making room for it might move that.
PLAIN.address();

/** The marks of a text: those it came with from restoring, or listed now. */
export function marksOf(text: Text): Marks {
  if (text.marks !== undefined) return text.marks;
  const marks = new MarkList();
  marks.list(text.units, text.string.length, PLAIN);
  return marks.keep();
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
