import type { Match, MemberEvidence, Text } from '@/lib/types';
import { isHan, SEPARATOR, UnitSet } from './characters';
import { expectsCount } from './expected-counts';

/** How a text goes on from a slogan to its members: “三个到位”：…, （…）, ，即…, ——…, 是指…, 就是…. */
const LEAD =
  /”?(?:[一-龥]{0,6})(?:（(?:即|指|是指)?：?|：(?:是指|即)?|——|，?即：?|，?(?:具体)?(?:就)?是指：?|，?(?:具体|也)?就是(?!说)：?|，?分别(?:是|为)：?|，?包括：?)/y;
/** What makes a lead of such words: a mark behind them, a word behind a comma, or the end of a word among them. */
const LEAD_MARKS = new UnitSet('（：—');
const AFTER_COMMA = new UnitSet('即具也就是分包');
const LEAD_WORDS = new UnitSet('即指就别括');
/** Units before that of a word: six, then 具体就是. */
const LEAD_REACH = 10;
/** What says how the verb is meant, and is never part of a member. */
const MODAL_BEFORE = /^(?:(?:还|更)?要|必须|着力|全力|奋力)+/;
/** The verb before the first member, which governs all of them. */
const VERB_BEFORE =
  /^(?:(?:持续|深入|大力|加快|全面|扎实|统筹|进一步|积极|着力|不断|坚决|切实|严格|健全|完善|聚焦)*(?:实行|用好|守住|筑牢|擦亮|打好|深化|强化|推进|实施|落实|坚持|加强|抓好|做好|建立|建设|完善|打造|实现|开展|提升|推动|聚焦|落细|算好|彰显|构建|激活|激发|释放|培育|发挥|做强|做大|做优|壮大|厚植|放大|塑造|盘活|拓展|巩固|锻造|夯实|补齐|畅通|凝聚|健全|深入|大力|加快|全面|统筹|进一步|将|把|以|对))/;
/** A verb that comes between the members and the slogan (事故起数、死亡人数实现“双下降”). */
const VERB_AFTER = /(?:连续\d*年?)?(?:实现|达到|纳入)?$/;
/** What is said of all members behind the last one (自治、法治、德治相结合). */
const TOGETHER = /(?:[三两]者)?(?:(?:相|有机|紧密)(?:结合|统一|融合|衔接)|深度融合|一体推进)$/;
const NO_LIST = /(?:做到|共建|推进|建设|推动|入选|增强|坚定|践行|落实|坚持|的)$/;
const LONGEST_LIST = 160;
const ENDS_CLAUSE = new UnitSet('，。；：！？\n”“（）');
const CLOSE_QUOTE = '”'.charCodeAt(0);
const COMMA = '，'.charCodeAt(0);
const [AND, WITH, BOTH] = ['和', '与', '及'].map((c) => c.charCodeAt(0));

/** What most texts have. */
const NONE: readonly MemberEvidence[] = [];

/** Finds where the text spells a numeral slogan out; as many members as the number says, else nothing. */
export function findMembers(text: Text, matches: readonly Match[]): readonly MemberEvidence[] {
  let found: MemberEvidence[] | null = null;
  for (const match of matches) {
    if (match.kind !== 'numeral' && match.kind !== 'formula') continue;
    const evidence = readAfter(text.string, match) ?? readBefore(text.string, match);
    if (evidence === null) continue;
    found ??= [];
    found.push(evidence);
  }
  return found ?? NONE;
}

/** Whether a lead may stand at a position: a few units tell for nearly every slogan that none does. */
function mayLead(text: string, from: number): boolean {
  let at = text.charCodeAt(from) === CLOSE_QUOTE ? from + 1 : from;
  for (const most = at + LEAD_REACH; at <= most; at++) {
    const unit = text.charCodeAt(at);
    if (unit === COMMA) return AFTER_COMMA.has(text.charCodeAt(at + 1));
    if (!isHan(unit)) return LEAD_MARKS.has(unit);
    if (LEAD_WORDS.has(unit)) return true;
  }
  return false;
}

function readAfter(text: string, match: Match): MemberEvidence | null {
  if (!mayLead(text, match.end)) return null;
  LEAD.lastIndex = match.end;
  const lead = LEAD.exec(text)?.[0];
  if (lead === undefined) return null;
  const rest = text.slice(match.end + lead.length, match.end + LONGEST_LIST);
  const stop = rest.search(
    lead.endsWith('（') || (lead.endsWith('即') && lead.includes('（')) ? /[）。\n]/ : /[。；！？）\n]/,
  );
  const listed = stop < 0 ? rest : rest.slice(0, stop);
  const isSaid = lead.includes('就是') && !lead.includes('是指');
  for (const separator of isSaid ? [/、/, /，/] : [/、|和|以及|及/, /、/, /，/, /[、，]/]) {
    const members = withoutTogether(listed.split(separator).map(clean).filter(Boolean));
    if (!expectsCount(match.slogan, members.length) || members.some((m) => m.length < 2 || m.length > 24))
      continue;
    // A sentence may go on so too (双减就是…).
    if (isSaid && !isBalanced(members)) continue;
    const start = match.end + lead.length;
    return { slogan: match.slogan, members, start, end: start + listed.length };
  }
  return null;
}

/** 安全隐患责任倒查问责、排查责任倒查问责“两个机制”: the members stand right before the quoted number. */
function readBefore(text: string, match: Match): MemberEvidence | null {
  if (!match.quoted) return null;
  const end = match.start - 1;
  const least = Math.max(0, end - LONGEST_LIST);
  let from = end;
  let parts = 1;
  for (; from > least; from--) {
    const unit = text.charCodeAt(from - 1);
    if (isHan(unit)) parts += Number(unit === AND || unit === WITH || unit === BOTH);
    else if (unit === SEPARATOR) parts++;
    else if (ENDS_CLAUSE.has(unit)) break;
  }
  // What is cut off the clause below parts nothing.
  if (parts === 1 || !expectsCount(match.slogan, parts)) return null;
  const clause = text.slice(from, end);
  const listed = withoutVerb(clause.replace(MODAL_BEFORE, '').replace(VERB_AFTER, ''));
  if (NO_LIST.test(listed)) return null;
  const members = listed
    .replace(/等$/, '')
    .split(/、|和|以及|及|与/)
    .map(clean);
  if (!isBalanced(members)) return null;
  const start = end - clause.length + clause.indexOf(listed);
  return { slogan: match.slogan, members, start, end: start + listed.length };
}

/** Cuts the verb that governs all members; where each has a verb of its own (培育种业、壮大农机) the first keeps its. */
function withoutVerb(listed: string): string {
  const cut = listed.replace(VERB_BEFORE, '');
  const [own = '', ...others] = listed.split(/、|和|以及|及|与/).map(clean);
  const usual = others.map((each) => each.length).sort((a, b) => a - b)[others.length >> 1] ?? 0;
  const without = own.length - (listed.length - cut.length);
  return Math.abs(without - usual) <= Math.abs(own.length - usual) ? cut : listed;
}

/** Cuts what is said of all members; 有效市场和有为政府相结合 is one, and what is as long as the others keeps it (平急结合). */
function withoutTogether(members: string[]): string[] {
  const last = members.at(-1) ?? '';
  const cut = last.replace(TOGETHER, '');
  if (cut === last || cut.length < 2 || /[和与]/.test(last)) return members;
  const usual = members[0]?.length ?? 0;
  return Math.abs(cut.length - usual) < Math.abs(last.length - usual) ? members.with(-1, cut) : members;
}

/** Members of one set are about equally long; pieces of a sentence are not. */
function isBalanced(members: readonly string[]): boolean {
  const lengths = members.map((member) => member.length);
  const least = Math.min(...lengths);
  const most = Math.max(...lengths);
  return least >= 2 && most <= 16 && most - least <= (members.length === 2 ? 3 : 8);
}

function clean(member: string): string {
  return member
    .replace(/[“”‘’]/g, '')
    .replace(/^(?:[一二三四五六七八九十]{1,2}是|即)/, '')
    .trim();
}
