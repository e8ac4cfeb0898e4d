/** What a page shows about how it was damaged: which characters carry a reading on it, and which never do. */
import type { GbkTables } from './gbk';
import { PageCache } from './shift-cache';
import { foldReading, isReading } from './syllables';
import type { ConversionTables } from './traditional';

export interface PageKnowledge {
  /** GBK pair → 1: always annotated on this page; 2: stands without a reading; 0: not seen. */
  readonly habit: Uint8Array;
  /** Unit → 1 where a converted page would hardly have it. */
  readonly unlikely: Uint8Array;
  /** What the page says where it is not damaged. */
  readonly cache: PageCache;
}

const ANNOTATED = /([\u3400-\u9fff])(?:[(（]([^)）\s]{1,8})[)）])?/g;

/** Learns the habits of a page from its text, readings still in place. */
export function learnPage(text: string, gbk: GbkTables, conversion: ConversionTables): PageKnowledge {
  const habit = new Uint8Array(65536);
  const annotated = new Map<number, number>();
  const bare = new Map<number, number>();
  const seen = new Uint8Array(65536);
  for (const [, character = '', reading] of text.matchAll(ANNOTATED)) {
    const unit = character.charCodeAt(0);
    seen[unit] = 1;
    const tally = reading !== undefined && isReading(foldReading(reading)) ? annotated : bare;
    tally.set(unit, (tally.get(unit) ?? 0) + 1);
  }
  for (const [unit, times] of annotated) if (times > (bare.get(unit) ?? 0)) habit[gbk.encode[unit] ?? 0] = 1;
  for (const [unit, times] of bare) if (times > 1 && !annotated.has(unit)) habit[gbk.encode[unit] ?? 0] = 2;
  habit[0] = 0;
  return { habit, unlikely: findUnlikely(seen, conversion), cache: new PageCache() };
}

/** Simplified characters that conversion would have replaced, and traditional ones that it never writes. */
function findUnlikely(seen: Uint8Array, { simplified, traditional, script }: ConversionTables): Uint8Array {
  const unlikely = new Uint8Array(65536);
  for (let unit = 0x3400; unit < 0xa000; unit++) {
    if (seen[unit] === 1) continue;
    const base = simplified[unit] ?? unit;
    if (script[unit] === 2) unlikely[unit] = 1;
    else if (base !== unit && traditional[base] !== unit) unlikely[unit] = 1;
  }
  return unlikely;
}
