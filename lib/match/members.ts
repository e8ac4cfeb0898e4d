import type { Match, MemberEvidence, Text } from '@/lib/types';

const VALUES: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  双: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const NUMBER = /十[一二三四五六七八九]|[一二三四五六七八九十两双]|\d{1,2}/g;
/** How a text goes on from a slogan to its members: “三个到位”：…, （…）, ，即…, ——…. */
const LEAD =
  /^”?(?:[一-龥]{0,6})(?:（(?:即)?|：|——|，?即：?|，?(?:具体)?(?:就)?是指?：?|，?分别是：?|，?包括：?)/;
const LONGEST_LIST = 160;

/** Finds where the text spells a numeral slogan out; as many members as the number says, else nothing. */
export function findMembers(text: Text, matches: readonly Match[]): MemberEvidence[] {
  const found: MemberEvidence[] = [];
  for (const match of matches) {
    if (match.kind !== 'numeral' && match.kind !== 'formula') continue;
    const counts = expectedCounts(match.slogan);
    if (counts.size === 0) continue;
    const evidence = readAfter(text.string, match, counts) ?? readBefore(text.string, match, counts);
    if (evidence !== null) found.push(evidence);
  }
  return found;
}

/** 三个到位 has 3 members; 三提三效 may be spelled out as 3 (pairs) or 6. */
function expectedCounts(slogan: string): ReadonlySet<number> {
  const numbers = [...slogan.matchAll(NUMBER)].map((m) => numberOf(m[0])).filter((n) => n > 0);
  const total = numbers.reduce((a, b) => a + b, 0);
  return new Set([...numbers, total].filter((n) => n >= 2 && n <= 20));
}

function numberOf(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  return written.length === 2 ? 10 + (VALUES[written.charAt(1)] ?? 0) : (VALUES[written] ?? 0);
}

function readAfter(text: string, match: Match, counts: ReadonlySet<number>): MemberEvidence | null {
  const tail = text.slice(match.end, match.end + LONGEST_LIST);
  const lead = LEAD.exec(tail)?.[0];
  if (lead === undefined) return null;
  const rest = tail.slice(lead.length);
  const stop = rest.search(
    lead.endsWith('（') || (lead.endsWith('即') && lead.includes('（')) ? /[）。\n]/ : /[。；！？）\n]/,
  );
  const listed = stop < 0 ? rest : rest.slice(0, stop);
  for (const separator of [/、|和|以及|及/, /、/, /，/, /[、，]/]) {
    const members = listed.split(separator).map(clean).filter(Boolean);
    if (!counts.has(members.length) || members.some((m) => m.length < 2 || m.length > 24)) continue;
    const start = match.end + lead.length;
    return { slogan: match.slogan, members, start, end: start + listed.length };
  }
  return null;
}

/** 安全隐患责任倒查问责、排查责任倒查问责“两个机制”: the members stand right before the quoted number. */
function readBefore(text: string, match: Match, counts: ReadonlySet<number>): MemberEvidence | null {
  if (!match.quoted) return null;
  const end = match.start - 1;
  const head = text.slice(Math.max(0, end - LONGEST_LIST), end);
  const clause = head.slice(Math.max(...[...'，。；：！？\n”（'].map((c) => head.lastIndexOf(c))) + 1);
  if (!clause.includes('、')) return null;
  const members = clause
    .replace(/等$/, '')
    .split(/、|和|以及|及/)
    .map(clean);
  if (!counts.has(members.length) || members.some((m) => m.length < 2 || m.length > 16)) return null;
  return { slogan: match.slogan, members, start: end - clause.length, end };
}

function clean(member: string): string {
  return member
    .replace(/[“”‘’]/g, '')
    .replace(/^(?:[一二三四五六七八九十]{1,2}是|即)/, '')
    .trim();
}
