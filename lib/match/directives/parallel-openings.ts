import type { DirectiveItem, DirectiveList, Span } from '@/lib/types';
import { headAt, leadBefore } from './item-words';

/** Openings that give instructions; others that recur (会议指出, 全市, 我国) are the way reports are written. */
export const INSTRUCTS =
  /^(?:我们|各级|各地|大家)?(?:要|必须|应当|务必|坚持|坚决|坚定|始终|着力|加快|加强|加大|强化|推动|推进|深化|突出|聚焦|围绕|全力|全面|切实|持续|进一步|大力|狠抓|严格|严防|严守|严抓|紧盯|紧扣|把|让|以(?![色军方下及前后来上往内外])|用|打造|建设|构建|完善|健全|落实|做好|抓好|抓实|压实|提升|提高|确保|牢记|做到|树立|增强|在.{1,8}上|更加|更好|不断|努力|积极|主动|深入|广泛|扎实|优化|扩大|培育|守住|守好|做|当|永远|敢于|善于|勇于|决不|绝不|既要|只有)/;
const LONGEST_OPENING = 12;
const LEAST_ITEMS = 3;

/**
 * Lists of style 排比 from runs of neighbouring sentences that share their first two characters (`runs`: starts of
 * those sentences, a run after the other). At least three of them share two characters or more of an instruction.
 */
export function listParallels(
  text: string,
  paragraphs: readonly Span[],
  runs: readonly (readonly Span[])[],
  numbered: readonly DirectiveList[],
): DirectiveList[] {
  const lists: DirectiveList[] = [];
  let p = 0;
  for (const run of runs) {
    const first = run[0];
    if (first === undefined || run.length < LEAST_ITEMS) continue;
    const opening = commonOpening(text, run);
    if (opening.length < 2 || !INSTRUCTS.test(opening)) continue;
    while (p + 1 < paragraphs.length && (paragraphs[p + 1]?.start ?? text.length) <= first.start) p++;
    const items = run.map((span, i): DirectiveItem => {
      return { start: span.start, end: span.end, numeral: i + 1, head: headAt(text, span.start, span.end) };
    });
    const end = items.at(-1)?.end ?? first.start;
    const parent = innermost(numbered, first.start, end);
    const from = parent === null ? 0 : (numbered[parent.list]?.items[parent.item]?.start ?? 0);
    const lead = leadBefore(text, first.start, from, paragraphs[p]);
    lists.push({ style: '排比', lead, start: first.start, end, items, parent, missing: [] });
  }
  return lists;
}

function commonOpening(text: string, run: readonly Span[]): string {
  const first = run[0]?.start ?? 0;
  let length = 0;
  while (length < LONGEST_OPENING) {
    const unit = text.charCodeAt(first + length);
    if (isMark(unit) || !run.every(({ start }) => text.charCodeAt(start + length) === unit)) break;
    length++;
  }
  return text.slice(first, first + length);
}

function isMark(unit: number): boolean {
  return Number.isNaN(unit) || '，。；：！？、“”（）\n'.includes(String.fromCharCode(unit));
}

/** The last item, in the order of starts, that holds a span whole: the innermost one. */
function innermost(numbered: readonly DirectiveList[], start: number, end: number): DirectiveList['parent'] {
  for (let list = lastBefore(numbered, start); list >= 0; list--) {
    const candidate = numbered[list];
    if (candidate === undefined) break;
    const item = candidate.items.findIndex((i) => i.start <= start && i.end >= end);
    if (item >= 0) return { list, item };
    if (candidate.parent === null) break;
  }
  return null;
}

function lastBefore(lists: readonly DirectiveList[], start: number): number {
  let low = -1;
  let high = lists.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lists[middle]?.start ?? 0) <= start) low = middle;
    else high = middle;
  }
  return low;
}
