import { buildConversionTables, type ConversionTables, toSimplifiedText } from '@/lib/text/traditional';

let tables: ConversionTables | undefined;

const HAN = /[\u3400-\u9fff]/;
const WIDE_MARKS: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

function narrow(c: string): string {
  const code = c.charCodeAt(0);
  if (code === 0x3000) return ' ';
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : c;
}

/**
 * A phrase in the form that stored texts have: simplified characters, letters and digits of half width, marks
 * of full width next to Chinese characters, single blanks.
 */
export function normalisePhrase(phrase: string): string {
  tables ??= buildConversionTables();
  const half = [...phrase].map(narrow).join('').replace(/\s+/g, ' ').trim();
  const marked = half.replace(/[,;:?!()]/g, (mark, at: number) =>
    HAN.test(half.charAt(at - 1)) || HAN.test(half.charAt(at + 1)) ? (WIDE_MARKS[mark] ?? mark) : mark,
  );
  return toSimplifiedText(marked, tables);
}
