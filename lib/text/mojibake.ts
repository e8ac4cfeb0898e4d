/** Text decoded with the wrong encoding, turned back where that can be done without a loss. */
import type { Draft, Edit } from './draft';
import { addNote, applyEdits } from './draft';
import { encodeGbk, type GbkTables } from './gbk';
import { plausibility } from './plausibility';

/** What Windows-1252 has in 80–9F, by byte; Latin-1 has control characters there. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const TRAIL = `\\u0080-\\u00bf${WINDOWS_1252}`;
/** UTF-8 sequences read byte by byte: â€œ ä¸­ Ã© ï»¿. */
const LATIN_UTF8 = new RegExp(
  `(?:[\\u00c2-\\u00df][${TRAIL}]|[\\u00e0-\\u00ef][${TRAIL}]{2}|[\\u00f0-\\u00f4][${TRAIL}]{3})+`,
  'g',
);
const HIGH = `\u0081-\u00fe${WINDOWS_1252}`;
/** GBK read byte by byte: ÖÐ¹ú. Two characters at least, so that a French word is not taken for it. */
const LATIN_GBK = new RegExp(`(?:[${HIGH}][${HIGH}@-~]){2,}`, 'g');
/** Characters that half a UTF-8 sequence makes when read as GBK; none is common in real text. */
const GBK_MARKERS = /[锛銆鈥鐨鍦鏄浜涓勫伐綔浣鍏瀹鍙嶈]/g;
const LOST = /锟斤拷|\uFFFD{2,}|烫烫烫|屯屯屯/;

/** Undoes wrong decodings; notes what is lost for good. */
export function repairMojibake(draft: Draft, gbk: GbkTables): Draft {
  let next = applyEdits(draft, latinEdits(draft.text));
  next = applyEdits(next, gbkEdits(next.text, gbk));
  const lost = LOST.exec(next.text);
  return lost ? addNote(next, 'lost-text', lost.index, lost[0]) : next;
}

/** GBK before UTF-8: Ç¿ inside of GBK is a sequence of UTF-8, but no run of UTF-8 reads as common characters of GBK. */
function latinEdits(text: string): Edit[] {
  const ofGbk: Edit[] = [];
  for (const match of text.matchAll(LATIN_GBK)) {
    if (readAs('utf-8', match[0]) !== null) continue;
    const fixed = readAs('gb18030', match[0]);
    if (fixed !== null && plausibility(fixed) > 0.3) ofGbk.push(mojibake(match.index, match[0], fixed));
  }
  if (ofGbk.length > 0) return ofGbk;
  const edits: Edit[] = [];
  for (const match of text.matchAll(LATIN_UTF8)) {
    const fixed = readAs('utf-8', match[0]);
    if (fixed !== null && !/[\u0080-\u009f]/.test(fixed))
      edits.push(mojibake(match.index, match[0], fixed.replaceAll('\uFEFF', '')));
  }
  return edits;
}

const mojibake = (start: number, was: string, text: string): Edit => ({
  start,
  end: start + was.length,
  text,
  kind: 'mojibake',
  confidence: 0.95,
});

/** The bytes behind single-byte characters, decoded anew; null when they are not valid. */
function readAs(encoding: string, text: string): string | null {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const special = WINDOWS_1252.indexOf(text.charAt(i));
    bytes[i] = special >= 0 ? 0x80 + special : text.charCodeAt(i);
  }
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Lines of UTF-8 read as GBK (鐨勫伐浣), which may have lost a byte here and there: those places stay marked. */
function gbkEdits(text: string, gbk: GbkTables): Edit[] {
  const edits: Edit[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const markers = line.match(GBK_MARKERS)?.length ?? 0;
    if (markers >= 2 && markers * 20 > line.length) {
      const fixed = readLine(line, gbk);
      if (fixed !== null) edits.push(mojibake(start, line, fixed));
    }
    start += line.length + 1;
  }
  return edits;
}

function readLine(line: string, gbk: GbkTables): string | null {
  // What could not be shown at the time is a byte that is lost, like a question mark in its place.
  const bytes = encodeGbk(line.replaceAll('\uFFFD', '?'), gbk);
  if (bytes === null) return null;
  const fixed = new TextDecoder('utf-8').decode(bytes).replace(/\uFFFD+\??/g, '\uFFFD');
  const broken = fixed.split('\uFFFD').length - 1;
  if (broken * 8 > fixed.length) return null;
  return plausibility(fixed.replaceAll('\uFFFD', '')) > Math.max(0.3, plausibility(line) + 0.2)
    ? fixed
    : null;
}
