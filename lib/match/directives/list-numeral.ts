const DIGITS = '零一二三四五六七八九';
const CIRCLED_ONE = 0x2460;
const CIRCLED_TWENTY_ONE = 0x3251;
const PARENTHESISED_ONE = 0x2474;

/** The words of order that stand for a number; 最后 has none of its own and comes after whatever went before. */
const ORDER_WORDS: Readonly<Record<string, number>> = {
  首先: 1,
  首要: 1,
  其次: 2,
  再次: 3,
  最后: Number.POSITIVE_INFINITY,
};

/**
 * Reads the numeral of a list marker: 十二, 12, ⑫, ⑿ or 首先 (1), 其次 (2), 再次 (3), 最后 (Infinity: whatever is
 * next). Answers `null` for what is no numeral from 1 to 99 (一二, 十十, 0).
 */
export function readListNumeral(written: string): number | null {
  const word = ORDER_WORDS[written];
  if (word !== undefined) return word;
  const code = written.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return inRange(Number(written));
  if (code >= CIRCLED_ONE && code < CIRCLED_ONE + 20) return code - CIRCLED_ONE + 1;
  if (code >= PARENTHESISED_ONE && code < PARENTHESISED_ONE + 20) return code - PARENTHESISED_ONE + 1;
  if (code >= CIRCLED_TWENTY_ONE && code < CIRCLED_TWENTY_ONE + 15) return code - CIRCLED_TWENTY_ONE + 21;
  return readChinese(written);
}

function readChinese(written: string): number | null {
  const ten = written.indexOf('十');
  if (ten < 0) return written.length === 1 ? inRange(DIGITS.indexOf(written)) : null;
  const before = written.slice(0, ten);
  const after = written.slice(ten + 1);
  if (before.length > 1 || after.length > 1) return null;
  const tens = before === '' ? 1 : DIGITS.indexOf(before);
  const ones = after === '' ? 0 : DIGITS.indexOf(after);
  return tens < 1 || ones < 0 || (after !== '' && ones === 0) ? null : tens * 10 + ones;
}

function inRange(value: number): number | null {
  return value >= 1 && value <= 99 ? value : null;
}
