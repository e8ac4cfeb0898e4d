import type { Evidence } from '../types.ts';
import { type Division, type Gazetteer, type NameEntry, validAt } from './gazetteer.ts';
import { CONTEXT_RULES, EVERYDAY_WORDS } from './place-tables.ts';
import type { Hits } from './scan.ts';

/** One place name in the text with what its surroundings say about it. */
export interface NameMention {
  readonly start: number;
  readonly end: number;
  readonly entry: NameEntry;
  readonly weight: number;
  readonly rule: string;
  /** The name of the lower division that follows at once, so that this one only says where that lies. */
  readonly leadsTo: number | null;
}

export interface Vote {
  readonly code: string;
  weight: number;
  /** Weight of mentions of divisions below it. */
  below: number;
  /** The greatest single weight: an office, a medium. */
  strongest: number;
  first: number;
  readonly evidence: Evidence[];
}

const EVIDENCE_KEPT = 4;

/** Context rule and weight of each name that was hit; names that are everyday words need an office or a medium. */
export function readMentions(text: string, hits: Hits, entries: readonly NameEntry[]): NameMention[] {
  const mentions: NameMention[] = [];
  for (let i = 0; i < hits.size; i += 2) {
    const start = hits.flat[i] ?? 0;
    const entry = entries[hits.flat[i + 1] ?? 0];
    if (entry === undefined) continue;
    const end = start + entry.name.length;
    const next = hits.flat[i + 2];
    const leadsTo =
      i + 2 < hits.size && next !== undefined && next <= end + 1 && next >= end ? i / 2 + 1 : null;
    mentions.push({ start, end, entry, leadsTo, ...contextOf(text, start, end, entry) });
  }
  return mentions;
}

function contextOf(
  text: string,
  start: number,
  end: number,
  entry: NameEntry,
): { weight: number; rule: string } {
  if (entry.kind === 'medium') return { weight: 6, rule: 'medium-name' };
  const before = text.slice(Math.max(0, start - 6), start);
  const after = text.slice(end, end + 24);
  const base = entry.kind === 'full' ? 1 : 0.7;
  for (const rule of CONTEXT_RULES) {
    if (rule.before !== undefined && !rule.before.test(before)) continue;
    if (rule.after !== undefined && !rule.after.test(after)) continue;
    if (rule.weight < 4 && entry.kind === 'short' && EVERYDAY_WORDS.has(entry.name)) break;
    return { weight: rule.weight, rule: rule.name };
  }
  if (entry.kind === 'short' && EVERYDAY_WORDS.has(entry.name)) {
    const province = entry.divisions.some((d) => d.level === 'province');
    return { weight: province ? base : 0, rule: 'named' };
  }
  return { weight: base, rule: 'named' };
}

/** Points by code. A name that several divisions share goes to the one that other names of the text point to. */
export function countVotes(
  mentions: readonly NameMention[],
  gazetteer: Gazetteer,
  at: string | null,
): Map<string, Vote> {
  const votes = new Map<string, Vote>();
  const shared: NameMention[] = [];
  for (const mention of mentions) {
    if (mention.weight === 0) continue;
    const lower = mention.leadsTo === null ? undefined : mentions[mention.leadsTo];
    if (lower !== undefined && leads(gazetteer, mention, lower)) {
      const codes = inside(gazetteer, lower.entry.divisions, mention.entry.divisions);
      const only = codes.length === 1 ? codes[0] : undefined;
      if (only !== undefined) addVote(votes, only, mention, 0.5);
      continue;
    }
    const codes = codesOf(gazetteer, mention.entry, at);
    const [only] = codes;
    if (codes.length === 1 && only !== undefined) addVote(votes, only, mention, 1);
    else if (codes.length > 1) shared.push(mention);
  }
  for (const vote of [...votes.values()]) raiseAncestors(votes, vote, gazetteer);
  for (const mention of shared) resolveShared(votes, mention, gazetteer, at);
  return votes;
}

function leads(gazetteer: Gazetteer, upper: NameMention, lower: NameMention): boolean {
  return inside(gazetteer, lower.entry.divisions, upper.entry.divisions).length > 0;
}

/** Codes of `lower` that lie in one of `upper`. */
function inside(gazetteer: Gazetteer, lower: readonly Division[], upper: readonly Division[]): string[] {
  const codes = new Set(upper.map((d) => d.code));
  const found = lower.filter((d) =>
    gazetteer.ancestors(d.code).some((code) => code !== d.code && codes.has(code)),
  );
  return [...new Set(found.map((d) => d.code))];
}

/** Codes that a name stood for at the date; where it stands for a higher and a lower division, the higher only. */
function codesOf(gazetteer: Gazetteer, entry: NameEntry, at: string | null): string[] {
  if (entry.kind === 'medium') return [entry.code];
  const all = gazetteer.candidates(entry.name, at ?? undefined);
  const divisions =
    entry.kind === 'short' ? all.filter((d) => (at === null ? d.until === '' : validAt(d, at))) : all;
  const codes = [...new Set(divisions.map((d) => d.code))];
  if (codes.length === 1) return codes;
  for (const level of ['province', 'prefecture'] as const) {
    const high = [...new Set(divisions.filter((d) => d.level === level).map((d) => d.code))];
    if (high.length === 1 && entry.kind === 'short') return high;
    if (high.length === 1 && divisions.every((d) => d.level === level || d.until !== '')) return high;
  }
  return codes;
}

function addVote(votes: Map<string, Vote>, code: string, mention: NameMention, factor: number): void {
  const weight = mention.weight * factor;
  let vote = votes.get(code);
  if (vote === undefined) {
    vote = { code, weight: 0, below: 0, strongest: 0, first: mention.start, evidence: [] };
    votes.set(code, vote);
  }
  vote.weight += weight;
  vote.strongest = Math.max(vote.strongest, weight);
  vote.first = Math.min(vote.first, mention.start);
  if (vote.evidence.length < EVIDENCE_KEPT) {
    vote.evidence.push({ start: mention.start, end: mention.end, rule: mention.rule });
  }
}

function raiseAncestors(votes: Map<string, Vote>, vote: Vote, gazetteer: Gazetteer): void {
  for (const code of gazetteer.ancestors(vote.code).slice(1)) {
    let above = votes.get(code);
    if (above === undefined) {
      above = { code, weight: 0, below: 0, strongest: 0, first: vote.first, evidence: [...vote.evidence] };
      votes.set(code, above);
    }
    above.below += vote.weight;
  }
}

/** Gives a shared name (鼓楼区, 朝阳) to the candidate whose ancestors have points; to none where that is even. */
function resolveShared(
  votes: Map<string, Vote>,
  mention: NameMention,
  gazetteer: Gazetteer,
  at: string | null,
): void {
  let best: string | null = null;
  let bestPoints = 0;
  for (const code of codesOf(gazetteer, mention.entry, at)) {
    const [, ...above] = gazetteer.ancestors(code);
    const points =
      (votes.get(code)?.weight ?? 0) +
      above.reduce(
        (sum, each) => sum + (votes.get(each)?.weight ?? 0) + 0.3 * (votes.get(each)?.below ?? 0),
        0,
      );
    if (points > bestPoints) {
      best = code;
      bestPoints = points;
    } else if (points === bestPoints) best = null;
  }
  if (best !== null) addVote(votes, best, mention, 1);
}
