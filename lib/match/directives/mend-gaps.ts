import type { Note } from '@/lib/types';
import { type Draft, lastOf } from './draft';
import { Attachment } from './marker-rules';
import { INSTRUCTS } from './parallel-openings';

/** Characters that make a count or a name of the numeral before them: 五个, 三农, 四川. */
const NO_MARKER_BEFORE =
  '是要、个项大级年月日号十百千万亿条种类方届次位名成座所家倍些批起样般定直律农北峡资川江省市县区镇乡村一二三四五六七八九';

/** How a marker of each family looks when a part of it was lost, given its numeral; group 1 is what is left of it. */
const DAMAGED: Readonly<Record<string, (numeral: string) => RegExp>> = {
  spoken: (n) =>
    new RegExp(
      `(?<=[。；：！？\\n ，])(${n}(?: |[、.．，] ?)?)(?![${NO_MARKER_BEFORE}])(?=\\p{Script=Han})`,
      'u',
    ),
  'bracketed-chinese': (n) => new RegExp(`(?<=^|[。；：\\n ])(（${n}(?![）个项大级])[、 ]?|${n}）)`, 'mu'),
  'chinese-comma': (n) => new RegExp(`(?<=^|[。；\\n])(${n}[ ，])(?=\\p{Script=Han})`, 'mu'),
  arabic: (n) => new RegExp(`(?<=^|[。；\\n])(${n}[ ，])(?=\\p{Script=Han})`, 'mu'),
  'bracketed-arabic': (n) => new RegExp(`(?<=^|[。；：\\n ])(（${n}(?![）\\d])[、 ]?|${n}）)`, 'mu'),
};
const ARABIC = new Set(['arabic', 'bracketed-arabic']);
/** Beyond this the neighbours of a gap are not neighbours. */
const WIDEST_GAP = 3_000;

/**
 * Looks for the remains of a marker where a list skips a numeral (…四是…；五加强…；六是…) and puts the item back.
 * The same where the last ones were lost. Changes the draft; answers a note for each marker that was read from its remains.
 * `taken` are the starts of the markers of all lists, which are nobody's remains.
 */
export function mendGaps(text: string, draft: Draft, taken: ReadonlySet<number>): Note[] {
  const damaged = DAMAGED[draft.family];
  const notes: Note[] = [];
  if (damaged === undefined) return notes;
  mendOpening(text, draft, notes);
  for (let i = 0; i + 1 < draft.markers.length; i++) {
    const before = draft.markers[i];
    const after = draft.markers[i + 1];
    const numeral = (draft.numerals[i] ?? 0) + 1;
    if (before === undefined || after === undefined || numeral >= (draft.numerals[i + 1] ?? 0)) continue;
    if (after.start - before.body > WIDEST_GAP) continue;
    const between = text.slice(before.body, after.start);
    const match = damaged(ARABIC.has(draft.family) ? String(numeral) : chinese(numeral)).exec(between);
    if (match === null || match.index === 0) continue;
    const start = before.body + match.index;
    if (taken.has(start)) continue;
    const body = start + (match[1]?.length ?? 0);
    const attachment = text.charAt(start - 1) === '\n' ? Attachment.paragraph : Attachment.sentence;
    const paragraph = attachment === Attachment.paragraph ? after.paragraph : before.paragraph;
    draft.markers.splice(i + 1, 0, { rule: before.rule, numeral, start, body, attachment, paragraph });
    draft.numerals.splice(i + 1, 0, numeral);
    notes.push({ stage: 'lists', code: 'damaged-marker', start, detail: text.slice(start, body).trim() });
  }
  if (draft.family === 'spoken') while (mendEnd(text, draft, taken, notes));
  return notes;
}

/** How far the remains of a last marker are looked for. */
const LONGEST_ITEM = 300;

/**
 * Adds the item that follows the last one where the same mark parts them as the ones before, and it goes on with the next
 * numeral and an instruction (一是…；二是…；三强化…). Whether it did.
 */
function mendEnd(text: string, draft: Draft, taken: ReadonlySet<number>, notes: Note[]): boolean {
  const last = lastOf(draft);
  const mark = text.charAt(last.start - 1);
  if (mark !== '；' && mark !== '。') return false;
  const item = text.slice(last.body, Math.min(draft.limit, last.body + LONGEST_ITEM));
  const at = item.search(mark === '；' ? /[；。\n]/ : /[。\n]/);
  if (at < 0 || item.charAt(at) !== mark) return false;
  const start = last.body + at + 1;
  const numeral = (draft.numerals.at(-1) ?? 0) + 1;
  const remains = remainsOf(chinese(numeral)).exec(text.slice(start, start + 12))?.[0];
  if (remains === undefined || taken.has(start)) return false;
  const body = start + remains.length;
  if (!INSTRUCTS.test(text.slice(body, body + 12))) return false;
  const { rule, paragraph } = last;
  draft.markers.push({ rule, numeral, start, body, attachment: Attachment.sentence, paragraph });
  draft.numerals.push(numeral);
  notes.push({ stage: 'lists', code: 'damaged-marker', start, detail: remains.trim() });
  return true;
}

function remainsOf(numeral: string): RegExp {
  return new RegExp(`^${numeral}(?: |[、.．，] ?)?(?![${NO_MARKER_BEFORE}])(?=\\p{Script=Han})`, 'u');
}

/** 1. as scanners and old encodings leave it: a letter or a bar for the digit. */
const LOST_ONE = /(?<=^|[。；：\n \u3000])([lｌIＩ|｜] ?[、.．])(?=\s*[\u4e00-\u9fff])/gm;

/** Puts the first item back where a list begins with 2、 and an l、 stands before it, after all markers around. */
function mendOpening(text: string, draft: Draft, notes: Note[]): void {
  const first = draft.markers[0];
  if (first === undefined || draft.family !== 'arabic' || draft.base > 0 || draft.numerals[0] !== 2) return;
  let floor = Math.max(0, first.start - WIDEST_GAP);
  for (const outer of draft.around)
    for (const marker of outer.markers) if (marker.start < first.start) floor = Math.max(floor, marker.body);
  const match = [...text.slice(floor, first.start).matchAll(LOST_ONE)].at(-1);
  if (match === undefined) return;
  const start = floor + match.index;
  const body = start + match[0].length;
  const { rule, paragraph } = first;
  const opens = start === 0 || text.charAt(start - 1) === '\n';
  const attachment = opens ? Attachment.paragraph : Attachment.sentence;
  draft.markers.unshift({ rule, numeral: 1, start, body, attachment, paragraph });
  draft.numerals.unshift(1);
  notes.push({ stage: 'lists', code: 'damaged-marker', start, detail: text.slice(start, body).trim() });
}

function chinese(value: number): string {
  const digits = '零一二三四五六七八九';
  const ones = value % 10 === 0 ? '' : digits.charAt(value % 10);
  if (value < 10) return ones;
  return `${value < 20 ? '' : digits.charAt(Math.floor(value / 10))}十${ones}`;
}
