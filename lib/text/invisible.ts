/** Characters that nobody sees: zero-width, private-use, control. Cut out; not a repair, a reader sees no difference. */
import type { Draft, Edit } from './draft';
import { applyEdits } from './draft';

const INVISIBLE = /(?:[\p{Co}\p{Cf}]|\p{Variation_Selector}|(?![\t\n\v\f\r\u0085])\p{Cc})+/gu;

/** Cuts invisible characters out. Private-use characters go only after the byte-level repair, which can read them. */
export function dropInvisible(draft: Draft, privateUseToo: boolean): Draft {
  const edits: Edit[] = [];
  for (const match of draft.text.matchAll(INVISIBLE)) {
    for (const [start, end] of pieces(match[0], privateUseToo)) {
      edits.push({ start: match.index + start, end: match.index + end, text: '', kind: null, confidence: 1 });
    }
  }
  return applyEdits(draft, edits);
}

function pieces(run: string, privateUseToo: boolean): [number, number][] {
  if (privateUseToo) return [[0, run.length]];
  const found: [number, number][] = [];
  for (let i = 0; i < run.length; i++) {
    const unit = run.charCodeAt(i);
    if (unit < 0xe000 || unit > 0xf8ff) found.push([i, i + 1]);
  }
  return found;
}
