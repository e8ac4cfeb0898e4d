import { keep } from '@/lib/kernel/memory';
import { unitBits } from '@/lib/kernel/tables';

/** What parts the clauses of a saying. */
export const SEPARATOR = '、'.charCodeAt(0);

/** White space: what \s is in a pattern. */
export const SPACES =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** Whether a unit is a closing quotation mark. */
export function isCloseQuote(unit: number): boolean {
  return unit === 0x201d || unit === 0x2019;
}

/** Whether a unit is a Han character of the basic plane. */
export function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

/** Whether a unit is a half-width letter. */
export function isLatin(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/** A set of units, one bit each: what is asked of many units has to be small to stay in the cache. */
export class UnitSet {
  private readonly bits: Int32Array;

  constructor(units: string) {
    this.bits = unitBits(units);
  }

  /** Copies the bits to where the kernel finds them; returns their address. */
  keep(): number {
    return keep(this.bits);
  }

  has(unit: number): boolean {
    return (((this.bits[unit >> 5] as number) >>> unit) & 1) !== 0;
  }
}

const SENTENCE_ENDS = new UnitSet('。！？；\n');

/** Whether a unit ends a sentence (。！？；) or a paragraph. */
function endsSentence(unit: number): boolean {
  return SENTENCE_ENDS.has(unit);
}

/** A sentence is never looked at further than this, so that text without punctuation stays linear. */
const SENTENCE_REACH = 200;

/** The sentence around a span, at most 200 units either way. */
export function sentenceAround(text: string, start: number, end: number): string {
  let from = start;
  const floor = Math.max(0, start - SENTENCE_REACH);
  while (from > floor && !endsSentence(text.charCodeAt(from - 1))) from--;
  let to = end;
  const ceiling = Math.min(text.length, end + SENTENCE_REACH);
  while (to < ceiling && !endsSentence(text.charCodeAt(to))) to++;
  return text.slice(from, to);
}

const SEPARATORS = /[，；、,;]\s*/g;

/** One spelling for all: separators as 、, quotation marks and spaces dropped, digits as written. */
export function canonicalForm(surface: string): string {
  if (isHanOnly(surface)) return surface;
  const form = surface.replace(/[“”‘’]/g, '').replace(SEPARATORS, '、');
  return /[ \u3000]/.test(form)
    ? form.replace(/(?<=\p{Script=Han})[ \u3000]+(?=\p{Script=Han})/gu, '、')
    : form;
}

function isHanOnly(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isHan(text.charCodeAt(i))) return false;
  return true;
}

/** So many clauses of one length, from `start` on, one unit apart. */
export function clausesAt(text: string, start: number, size: number, count: number): string[] {
  const clauses: string[] = [];
  for (let n = 0, at = start; n < count; n++, at += size + 1) clauses.push(text.slice(at, at + size));
  return clauses;
}

/** How many values `pairHash` has. */
export const PAIRS = 1 << 13;

/** A number for two units, for tables that fit into the first cache: a shift is a third faster than a product, and as good for Han. */
export function pairHash(a: number, b: number): number {
  return ((a << 5) ^ b) & (PAIRS - 1);
}
