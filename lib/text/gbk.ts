/** Code page 936 as tables, drawn from the platform's own decoder: no data file. */

export interface GbkTables {
  /** lead << 8 | trail → UTF-16 unit; 0 where the pair is no character. Private-use pairs map to private-use units. */
  readonly decode: Uint16Array;
  /** UTF-16 unit → lead << 8 | trail; 0 where there is none. */
  readonly encode: Uint16Array;
}

/** Builds the tables (about 5 ms). Pairs with a private-use character count as such, as Windows has it. */
export function buildGbkTables(): GbkTables {
  const decode = new Uint16Array(65536);
  const encode = new Uint16Array(65536);
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length !== 1 || text === '\uFFFD') continue;
      const unit = text.charCodeAt(0);
      decode[(lead << 8) | trail] = unit;
      if (encode[unit] === 0) encode[unit] = (lead << 8) | trail;
    }
  }
  return { decode, encode };
}

export const isPrivateUse = (unit: number): boolean => unit >= 0xe000 && unit <= 0xf8ff;

/** Text to GBK bytes; null where a character has none. */
export function encodeGbk(text: string, tables: GbkTables): Uint8Array | null {
  const bytes = new Uint8Array(text.length * 2);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes[n++] = unit;
    else if (unit === 0x20ac) bytes[n++] = 0x80;
    else {
      const pair = tables.encode[unit] ?? 0;
      if (pair === 0) return null;
      bytes[n++] = pair >> 8;
      bytes[n++] = pair & 255;
    }
  }
  return bytes.subarray(0, n);
}
