import type { Evidence } from '@/lib/types';
import { MARKER } from './facts.ts';
import { type Division, type Gazetteer, type NameEntry, validAt } from './gazetteer.ts';
import { NOT_A_PLACE, POINTS, REASONS } from './name-weights.ts';
import { HIT, type Hits } from './scan.ts';

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

/** Below this many a walk along the list finds a vote faster than a map does, which would have to be made. */
const FEW = 12;

/** Votes in the order in which their places were named, found by their codes. */
export class Votes {
  readonly all: Vote[] = [];
  private byCode: Map<string, Vote> | null = null;

  get(code: string): Vote | undefined {
    if (this.byCode !== null) return this.byCode.get(code);
    for (const vote of this.all) if (vote.code === code) return vote;
    return undefined;
  }

  add(vote: Vote): void {
    this.all.push(vote);
    if (this.byCode !== null) this.byCode.set(vote.code, vote);
    else if (this.all.length > FEW) this.byCode = new Map(this.all.map((each) => [each.code, each]));
  }
}

const EVIDENCE_KEPT = 4;

/** One place name in the text with what its surroundings say about it. */
interface NameMention {
  readonly start: number;
  readonly end: number;
  readonly entry: NameEntry;
  readonly weight: number;
  readonly rule: string;
}

/** The names of places among the hits, with their weights. */
function listMentions({ numbers, count }: Hits, { entries }: Gazetteer): NameMention[] {
  const all = numbers.read();
  const mentions: NameMention[] = [];
  for (let hit = 0, end = count * HIT.size; hit < end; hit += HIT.size) {
    if (((all[hit + HIT.facts] as number) & MARKER.is) !== 0) continue;
    const code = all[hit + HIT.code] as number;
    if (code === NOT_A_PLACE) continue;
    mentions.push({
      start: all[hit + HIT.start] as number,
      end: all[hit + HIT.end] as number,
      entry: entries[all[hit + HIT.word] as number] as NameEntry,
      weight: POINTS[code] as number,
      rule: REASONS[code] as string,
    });
  }
  return mentions;
}

/**
 * Points by code, of the names among hits that were weighed. A name that several divisions share goes to the one that other
 * names of the text point to.
 */
export function countVotes(hits: Hits, gazetteer: Gazetteer, at: string | null): Votes {
  const mentions = listMentions(hits, gazetteer);
  const votes = new Votes();
  const shared: NameMention[] = [];
  /** What pairs with several codes stand for: they tell which of several places a name means, and are no votes. */
  const meant: string[] = [];
  for (let number = 0; number < mentions.length; number++) {
    const mention = mentions[number];
    if (mention === undefined || mention.weight === 0) continue;
    const lower = mentions[number + 1];
    if (lower !== undefined && lower.start - mention.end <= 1 && leads(gazetteer, mention, lower)) {
      const codes = inside(gazetteer, lower.entry, mention.entry);
      const only = codes.length === 1 ? codes[0] : undefined;
      if (only !== undefined) addVote(votes, only, { ...lower, weight: 1 });
      else meant.push(validCode(codes, lower.entry, gazetteer, at) ?? '');
      continue;
    }
    const codes = codesOf(gazetteer, mention.entry, at);
    const [only] = codes;
    if (codes.length === 1 && only !== undefined) addVote(votes, only, mention);
    else if (codes.length > 1) shared.push(mention);
  }
  for (let i = 0, own = votes.all.length; i < own; i++)
    raiseAncestors(votes, votes.all[i] as Vote, gazetteer);
  for (const mention of shared) resolveShared(votes, mention, gazetteer, at, meant);
  return votes;
}

/** Of several codes the one that the name stands for at the date: 上海宝山 was a county before it was a district. */
function validCode(
  codes: readonly string[],
  entry: NameEntry,
  gazetteer: Gazetteer,
  at: string | null,
): string | undefined {
  const valid = codesOf(gazetteer, entry, at).filter((code) => codes.includes(code));
  return valid.length === 1 ? valid[0] : undefined;
}

function leads(gazetteer: Gazetteer, upper: NameMention, lower: NameMention): boolean {
  return inside(gazetteer, lower.entry, upper.entry).length > 0;
}

/** Codes of `lower` that lie in one of `upper`, worked out once for every two names that meet in a text. */
function inside(gazetteer: Gazetteer, lower: NameEntry, upper: NameEntry): readonly string[] {
  const known = gazetteer.neighbours.get(lower)?.get(upper);
  if (known !== undefined) return known;
  const codes = listInside(gazetteer, lower.divisions, upper.divisions);
  const own = gazetteer.neighbours.get(lower) ?? new Map<NameEntry, readonly string[]>();
  gazetteer.neighbours.set(lower, own.set(upper, codes));
  return codes;
}

function listInside(gazetteer: Gazetteer, lower: readonly Division[], upper: readonly Division[]): string[] {
  const codes: string[] = [];
  for (const { code } of lower) {
    if (!sharesProvince(code, upper) || codes.includes(code)) continue;
    if (liesInOne(gazetteer.ancestors(code), upper)) codes.push(code);
  }
  return codes;
}

/** The first two digits of a code are those of its province: different ones settle most neighbours of a list. */
function sharesProvince(code: string, upper: readonly Division[]): boolean {
  for (const other of upper)
    if (other.code.charCodeAt(0) === code.charCodeAt(0) && other.code.charCodeAt(1) === code.charCodeAt(1))
      return true;
  return false;
}

/** `chain` is a code and what it lies in. Lists of one or two: loops without a set are many times faster. */
function liesInOne(chain: readonly string[], upper: readonly Division[]): boolean {
  for (let i = 1; i < chain.length; i++) for (const { code } of upper) if (code === chain[i]) return true;
  return false;
}

/** Codes that a name stood for at the date; where it stands for a higher and a lower division, the higher only. */
function codesOf(gazetteer: Gazetteer, entry: NameEntry, at: string | null): readonly string[] {
  if (entry.kind === 'medium') return [entry.code];
  if ((at === null || entry.stable) && entry.current.length > 0) return entry.current;
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

function addVote(votes: Votes, code: string, mention: NameMention): void {
  const { weight } = mention;
  const vote = votes.get(code);
  const evidence = { start: mention.start, end: mention.end, rule: mention.rule };
  if (vote === undefined) {
    votes.add({ code, weight, below: 0, strongest: weight, first: mention.start, evidence: [evidence] });
    return;
  }
  vote.weight += weight;
  vote.strongest = Math.max(vote.strongest, weight);
  vote.first = Math.min(vote.first, mention.start);
  if (vote.evidence.length < EVIDENCE_KEPT) vote.evidence.push(evidence);
}

function raiseAncestors(votes: Votes, vote: Vote, gazetteer: Gazetteer): void {
  // Nothing lies above a province.
  if (vote.code.endsWith('0000')) return;
  for (const code of gazetteer.ancestors(vote.code)) {
    if (code === vote.code) continue;
    let above = votes.get(code);
    if (above === undefined) {
      above = { code, weight: 0, below: 0, strongest: 0, first: vote.first, evidence: [...vote.evidence] };
      votes.add(above);
    }
    above.below += vote.weight;
  }
}

/** Gives a shared name (鼓楼区, 朝阳) to the candidate whose ancestors have points; to none where that is even. */
function resolveShared(
  votes: Votes,
  mention: NameMention,
  gazetteer: Gazetteer,
  at: string | null,
  meant: readonly string[],
): void {
  let best: string | null = null;
  let bestPoints = 0;
  for (const code of codesOf(gazetteer, mention.entry, at)) {
    let points = (votes.get(code)?.weight ?? 0) + (meant.includes(code) ? 1 : 0);
    for (const each of gazetteer.ancestors(code)) {
      const vote = each === code ? undefined : votes.get(each);
      if (vote !== undefined) points += vote.weight + 0.3 * vote.below;
    }
    if (points > bestPoints) {
      best = code;
      bestPoints = points;
    } else if (points === bestPoints) best = null;
  }
  if (best !== null) addVote(votes, best, mention);
}
