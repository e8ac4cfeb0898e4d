/** White space inside a line: what of it is a separator, what is letter-spacing, what once was a line break. */
import { isHan } from './classes';

const SPACE = new Uint8Array(65536);
for (const c of '\t\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\u0085\u000b\u000c')
  SPACE[c.charCodeAt(0)] = 1;
for (let unit = 0x2000; unit <= 0x200a; unit++) SPACE[unit] = 1;

export const isSpace = (unit: number): boolean => SPACE[unit] === 1;

const SENTENCE_END = new Set([...'。！？；：…”』」）)!?;:'].map((c) => c.charCodeAt(0)));

/** True for a mark after which a new paragraph may begin. */
export const isSentenceEnd = (unit: number): boolean => SENTENCE_END.has(unit);

export type Gap = 'space' | 'none' | 'newline';

/** What the run of white space `[from, to)` inside the line `[lineStart, lineEnd)` turns into. */
export function classifyGap(
  units: Uint16Array,
  lineStart: number,
  lineEnd: number,
  from: number,
  to: number,
): Gap {
  const before = units[from - 1] ?? 0;
  const after = units[to] ?? 0;
  if (isSentenceEnd(before) && isIndent(units, from, to)) return 'newline';
  if (isHan(before) && isHan(after) && isLetterSpacing(units, lineStart, lineEnd, from, to)) return 'none';
  return 'space';
}

/** Two ideographic spaces, or four of any kind: the indent of a paragraph in a flattened text. */
function isIndent(units: Uint16Array, from: number, to: number): boolean {
  let wide = 0;
  for (let i = from; i < to; i++) if (units[i] === 0x3000 || units[i] === 0x2003) wide++;
  return wide >= 2 || to - from >= 4;
}

/** 关 于 印 发: three single characters or more with a gap between each, or two that are the whole line. */
function isLetterSpacing(
  units: Uint16Array,
  lineStart: number,
  lineEnd: number,
  from: number,
  to: number,
): boolean {
  let singles = 0;
  let index = from;
  while (index > lineStart && isHan(units[index - 1] ?? 0)) {
    singles++;
    index--;
    if (index === lineStart) break;
    if (!isSpace(units[index - 1] ?? 0)) {
      if (isHan(units[index - 1] ?? 0)) singles--;
      break;
    }
    while (index > lineStart && isSpace(units[index - 1] ?? 0)) index--;
  }
  const startsLine = index === lineStart;
  if (singles === 0) return false;
  let right = 0;
  index = to;
  while (index < lineEnd && isHan(units[index] ?? 0)) {
    right++;
    index++;
    if (index === lineEnd) break;
    if (!isSpace(units[index] ?? 0)) {
      if (isHan(units[index] ?? 0)) right--;
      break;
    }
    while (index < lineEnd && isSpace(units[index] ?? 0)) index++;
  }
  if (right === 0) return false;
  return singles + right >= 3 || (singles === 1 && right === 1 && startsLine && index === lineEnd);
}
