/**
 * The forward model of the damage, as test support: clean simplified text goes in, what a mirror page makes
 * of it comes out, together with what happened on the way. Deterministic for a seed.
 */
import { encodeGbk, type GbkTables, isPrivateUse } from './gbk';
import type { ConversionTables } from './traditional';

export interface Damaged {
  readonly text: string;
  /** Readings inserted after whole characters, and between the bytes of characters. */
  readonly annotations: number;
  readonly torn: number;
  /** Punctuation cut out of two characters. */
  readonly cuts: number;
  /** Pairs that vanished because they decode to private-use characters. */
  readonly vanished: number;
  /** ASCII characters swallowed by half a character. */
  readonly swallowed: number;
}

export interface DamageOptions {
  /** Traditional character → reading inserted after it. */
  readonly annotated: ReadonlyMap<string, string>;
  /** Marks that are cut out byte-wise and put back as ASCII; ；and ？ on the pages seen. */
  readonly cuts: readonly string[];
  /** Full-width signs become half-width at the end, as NFKC-like cleaning does. */
  readonly folds: boolean;
}

/** A generator of numbers in [0, 1) (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Characters seen to carry readings on damaged pages. */
export const OFTEN_ANNOTATED =
  '個優內創動務勢區協嚴國執堅報場學實對導強復態應戰擔數時會業構標機測準濟營現環產當發監礎穩節級結絡統經網續習聯臺術衛規設認調識護負責費貿質轉農進運達鄉醫鎮長關險項預領風養驅驗點細';

/** Converts character by character, as those tools do: what has one traditional form gets it, the rest stays. */
export function naiveTraditional(text: string, tables: ConversionTables): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const target = tables.traditional[unit] ?? unit;
    out += String.fromCharCode(tables.simplified[target] === unit ? target : unit);
  }
  return out;
}

/** Damages one paragraph that is in traditional characters already; null where a character is not in the code page. */
export function damage(text: string, options: DamageOptions, gbk: GbkTables): Damaged | null {
  const bytes = encodeGbk(text, gbk);
  if (bytes === null) return null;
  // Latin-1 strings make split and join byte-wise, which is what went wrong.
  let raw = Buffer.from(bytes).toString('latin1');
  for (const [character, reading] of options.annotated) {
    const key = byteString(character, gbk);
    if (raw.includes(key)) raw = raw.split(key).join(key + byteString(`(${reading})`, gbk));
  }
  let pieces: { raw: string; mark: string }[] = [{ raw, mark: '' }];
  for (const mark of options.cuts) {
    const key = byteString(mark, gbk);
    pieces = pieces.flatMap((piece) => {
      const parts = piece.raw.split(key);
      return parts.map((part, i) => ({ raw: part, mark: i < parts.length - 1 ? mark : piece.mark }));
    });
  }
  const counts = { vanished: 0, swallowed: 0, torn: 0, cuts: 0, annotations: 0 };
  let shown = '';
  for (const piece of pieces)
    shown += decodeCarelessly(Buffer.from(piece.raw, 'latin1'), gbk, counts) + piece.mark;
  if (options.folds)
    shown = shown.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  counts.annotations = (
    shown.match(/[^?][(（][a-zü]{0,4}[^\x20-\x7e\u4e00-\u9fff][a-z]{0,3}[)）]/g) ?? []
  ).length;
  return { text: shown, ...counts };
}

function byteString(text: string, gbk: GbkTables): string {
  return Buffer.from(encodeGbk(text, gbk) ?? []).toString('latin1');
}

interface Counts {
  vanished: number;
  swallowed: number;
  torn: number;
  cuts: number;
}

/** Code page 936 the Windows way: a bad pair is one `?` for both bytes, private-use characters vanish later. */
function decodeCarelessly(bytes: Uint8Array, gbk: GbkTables, counts: Counts): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) text += String.fromCharCode(lead);
    else if (lead === 0x80) text += '€';
    else if (i + 1 >= bytes.length) {
      text += '?';
      counts.cuts++;
    } else {
      const trail = bytes[++i] ?? 0;
      const unit = gbk.decode[(lead << 8) | trail] ?? 0;
      if (unit === 0) {
        text += '?';
        if (trail === 0x28) counts.torn++;
        else counts.swallowed++;
      } else if (isPrivateUse(unit)) counts.vanished++;
      else text += String.fromCharCode(unit);
    }
  }
  return text;
}
