/** Hard line ends inside paragraphs, as e-mails and scanned documents have them: joined, with care. */
import { MARK } from '@/lib/marks';
import type { Marks } from '@/lib/types';
import type { Draft, Edit } from './draft';
import { applyEdits } from './draft';

/** Width of a line in half-width columns between which text counts as cut to a column width. */
const NARROWEST = 24;
const WIDEST = 100;
/** Lines in a row that have to be cut evenly. */
const IN_A_ROW = 3;
const ENDS = /[。！？；：…”」）)!?;:.]$/;
const MARKER =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[、.）)．]|第[一二三四五六七八九十\d]+|[①-⑳⑴-⒇]|[一二三四五六七八九十]+[是要])/;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly width: number;
  readonly isIndented: boolean;
  readonly text: string;
}

/** Joins lines that were cut at a column width. Cheap where the text has a long line, as most have. */
export function joinBrokenLines(draft: Draft): Draft {
  let next = draft;
  for (let round = 0; round < 8; round++) {
    const edits = findJoins(next.text);
    if (edits.length === 0) return next;
    next = applyEdits(next, edits);
  }
  return next;
}

/** Whether lines might be cut, by the marks of a text: there are several, and none is longer than a column by its units. */
export function hasShortLines({ at, bits, placed, placedCount }: Marks, length: number): boolean {
  const { newline } = MARK;
  let start = 0;
  let lines = 1;
  for (let p = 0; p < placedCount; p++) {
    const m = placed[p] as number;
    if (((bits[m] as number) & newline) === 0) continue;
    const end = at[m] as number;
    if (end - start > WIDEST) return false;
    start = end + 1;
    lines++;
  }
  return length - start <= WIDEST && lines >= IN_A_ROW;
}

/** Whether a text might be cut at a column width: several lines, none of them long. */
export function mayBeCut(text: string): boolean {
  let start = 0;
  let lines = 0;
  while (start < text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (isWide(text, start, end)) return false;
    lines++;
    start = end + 1;
  }
  return lines >= IN_A_ROW;
}

/** Certainly wider than a column: by its units, or because so many of them take two columns. */
function isWide(text: string, start: number, end: number): boolean {
  if (end - start > WIDEST) return true;
  if (2 * (end - start) <= WIDEST) return false;
  let width = 0;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) > 0x3000) width += 2;
  return width > WIDEST;
}

/** The line ends to be taken out of a text; none where it is not cut at a column width. */
export function findJoins(text: string): Edit[] {
  if (!mayBeCut(text)) return [];
  const lines = readLines(text);
  const widest = lines.reduce((most, line) => Math.max(most, line.width), 0);
  if (widest < NARROWEST || widest > WIDEST) return [];
  const isFull = (line: Line) => line.width >= widest - 2 && !ENDS.test(line.text);
  const joins: number[] = [];
  let inRow = 0;
  let isCut = false;
  lines.forEach((line, index) => {
    const following = lines[index + 1];
    const isJoined =
      isFull(line) && following !== undefined && !following.isIndented && !MARKER.test(following.text);
    inRow = isJoined ? inRow + 1 : 0;
    if (isJoined) joins.push(index);
    // One stretch of evenly cut lines shows how the whole text is made.
    if (inRow >= IN_A_ROW - 1) isCut = true;
  });
  if (!isCut) return [];
  return joins.flatMap((index) => joinEdit(lines[index], lines[index + 1]));
}

function joinEdit(line: Line | undefined, following: Line | undefined): Edit[] {
  if (!line || !following) return [];
  const isLatin = /[A-Za-z,]$/.test(line.text) && /^[A-Za-z]/.test(following.text);
  return [
    {
      start: line.end,
      end: following.start,
      text: isLatin ? ' ' : '',
      kind: 'line-break',
      confidence: 0.9,
      shownFrom: line.end,
    },
  ];
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const raw of text.split('\n')) {
    const trimmed = raw.trim();
    const lead = raw.length - raw.trimStart().length;
    if (trimmed !== '') {
      const from = start + lead;
      lines.push({
        start: from,
        end: from + trimmed.length,
        width: columns(trimmed),
        isIndented: lead >= 2,
        text: trimmed,
      });
    }
    start += raw.length + 1;
  }
  return lines;
}

/** Width in half-width columns. */
function columns(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) >= 0x2000 ? 2 : 1;
  return width;
}
