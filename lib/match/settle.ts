import type { Span } from '@/lib/types';
import type { Candidate } from './candidate';

/** The longest of overlapping candidates wins; of equal ones the listed, and of those the first. */
export function settle(candidates: Candidate[], text: string): Candidate[] {
  if (areApart(candidates)) return candidates;
  candidates.sort(byPlace);
  const chosen: Candidate[] = [];
  for (let from = 0; from < candidates.length; ) {
    let to = from + 1;
    let reach = (candidates[from] as Candidate).end;
    while (to < candidates.length && (candidates[to] as Candidate).start < reach) {
      reach = Math.max(reach, (candidates[to] as Candidate).end);
      to++;
    }
    if (to === from + 1) chosen.push(candidates[from] as Candidate);
    else chosen.push(...settleCluster(candidates.slice(from, to), text));
    from = to;
  }
  return chosen;
}

function byPlace(a: Candidate, b: Candidate): number {
  return a.start - b.start || b.end - a.end;
}

/** Whether candidates are in order and nothing is to settle, as in most texts, which have one or none. */
function areApart(candidates: readonly Candidate[]): boolean {
  for (let i = 1; i < candidates.length; i++)
    if ((candidates[i] as Candidate).start < (candidates[i - 1] as Candidate).end) return false;
  return true;
}

function settleCluster(cluster: readonly Candidate[], text: string): Candidate[] {
  const from = (cluster[0] as Candidate).start;
  const to = cluster.reduce((reach, c) => Math.max(reach, c.end), 0);
  const ranked = cluster
    .filter((c, at) => c.entry !== null || !swallowsListed(cluster, at, text))
    .sort(
      (a, b) =>
        b.end - b.start - (a.end - a.start) ||
        Number(b.entry !== null) - Number(a.entry !== null) ||
        Number(b.trap) - Number(a.trap) ||
        a.start - b.start,
    );
  const taken: Candidate[] = [];
  if (occupied.length < to - from) occupied = new Uint8Array(2 * (to - from));
  for (const c of ranked) {
    const [start, end] = [c.start - from, c.end - from];
    // Whatever is taken is at least as long, so that it covers an end of a candidate that it overlaps.
    if (occupied[start] === 1 || occupied[end - 1] === 1) continue;
    occupied.fill(1, start, end);
    taken.push(c);
  }
  occupied.fill(0, 0, to - from);
  return taken.sort((a, b) => a.start - b.start);
}

/** Which units of a cluster are taken. Scratch space, zeros between calls. */
let occupied = new Uint8Array(1 << 10);

const SEPARATORS = '、，；';

/** Words that a slogan in quotation marks drags along: “双碳目标” is 双碳. */
const DRAGGED =
  /^[、，；和及]*(?:总体)?(?:工作|机制|要求|责任|行动|建设|战略|体系|工程|改革|制度|模式|思想|精神|教育|活动|任务|目标|政策|方针|策略|理念|倡议|问题|布局|格局|框架|计划|方案|规划)?$/;

/**
 * A saying that a rule found wins over listed sets and sayings that are some of its clauses, since it is longer. What else
 * a rule found must not take listed slogans away: without quotation marks not at all, within them not where it only adds a
 * word to them or strings them together.
 */
function swallowsListed(cluster: readonly Candidate[], at: number, text: string): boolean {
  const candidate = cluster[at] as Candidate;
  let first = at;
  while (first > 0 && (cluster[first - 1] as Candidate).start === candidate.start) first--;
  let covered = candidate.start;
  let rest = '';
  let onlyClauses = candidate.found?.kind === 'parallel';
  for (let i = first; i < cluster.length; i++) {
    const c = cluster[i] as Candidate;
    if (c.start >= candidate.end) break;
    if (c.entry === null || c.start < covered || c.end > candidate.end) continue;
    rest += text.slice(covered, c.start);
    covered = c.end;
    onlyClauses &&= isWholeClauses(text, candidate, c);
  }
  if (covered === candidate.start) return false;
  if (onlyClauses) return false;
  if (!isQuoted(text, candidate.start, candidate.end) || candidate.found?.kind === 'quoted') return true;
  return DRAGGED.test(rest + text.slice(covered, candidate.end));
}

/** Listed sets that name an aim or a method, which texts list one after another: 网络强国、数字中国、智慧社会. */
const NAMES_AIM = /(?:强国|中国|社会|精神|文明|建设|经济|振兴|战略|经验|文化|格局)$/;

/** Whether a listed set or saying is some of the clauses of a longer one (防风险、保安全 in 防风险、保安全、促发展). */
function isWholeClauses(text: string, whole: Span, part: Candidate): boolean {
  const kind = part.entry?.kind;
  if (kind !== 'parallel' && (kind !== 'set' || NAMES_AIM.test(text.slice(part.start, part.end))))
    return false;
  const opens = part.start === whole.start || SEPARATORS.includes(text.charAt(part.start - 1));
  return opens && (part.end === whole.end || SEPARATORS.includes(text.charAt(part.end)));
}

/** Whether quotation marks stand on both sides of a span. */
export function isQuoted(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (before !== 0x201c && before !== 0x2018) return false;
  const after = text.charCodeAt(end);
  return after === 0x201d || after === 0x2019;
}
