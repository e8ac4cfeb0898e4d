import type { PlaceFinding, Text } from '@/lib/types';
import type { Gazetteer } from './gazetteer.ts';
import type { FoundActor, Head } from './head.ts';
import type { ActorLevel } from './markers.ts';
import { evidenceOf, finish, fromVote, LEVELS, levelOf, type PlaceContext } from './place-finding.ts';
import type { Vote, Votes } from './votes.ts';

/** Less than this decides nothing where nobody acts. */
export const LEAST_POINTS = 2;

/** The place of the first office that is named; in a notice also far down. */
export function firstOffice({ all, count }: Votes, head: Head): Vote | null {
  let best: Vote | null = null;
  for (let i = 0; i < count; i++) {
    const vote = all[i] as Vote;
    if (vote.strongest < 5 || (vote.first >= head.end && head.genre !== 'notice')) continue;
    if (best === null || vote.first < best.first || (vote.first === best.first && vote.weight > best.weight))
      best = vote;
  }
  return best;
}

function points(vote: Vote): number {
  return vote.weight + 0.3 * vote.below;
}

/** The best-supported place of the actor's level; 市委 may also be that of a city at county level or a municipality. */
export function atLevel(
  gazetteer: Gazetteer,
  votes: Votes,
  actor: FoundActor,
  context: PlaceContext,
  whole: boolean,
): PlaceFinding | null {
  if (actor.level === 'country') {
    return whole ? finish(gazetteer, '100000', 0.8, [evidenceOf(actor, 'addressee')], context) : null;
  }
  let best: Vote | null = null;
  let second: Vote | null = null;
  for (let i = 0; i < votes.count; i++) {
    const vote = votes.all[i] as Vote;
    if (!fits(gazetteer, vote.code, actor.level)) continue;
    if (best === null || isAhead(vote, best)) {
      second = best;
      best = vote;
    } else if (second === null || isAhead(vote, second)) second = vote;
  }
  if (best === null || points(best) <= 0.6) return null;
  const margin = points(best) / (points(best) + (second === null ? 0 : points(second)));
  if (margin <= 0.5) return null;
  const confidence = Math.min(0.97, 0.5 + 0.45 * margin * Math.min(1, points(best) / 3));
  const evidence = [evidenceOf(actor, `${actor.level}-actor`), ...votes.evidenceOf(best)];
  return finish(gazetteer, best.code, confidence, evidence, context);
}

/** Points decide, then the greatest single weight, then which is named first. */
function isAhead(a: Vote, b: Vote): boolean {
  return (points(a) - points(b) || a.strongest - b.strongest || b.first - a.first) > 0;
}

function fits(gazetteer: Gazetteer, code: string, level: ActorLevel): boolean {
  const own = levelOf(code);
  if (own === level) return true;
  if (level === 'province' || own === 'country') return false;
  const name = gazetteer.byCode(code)?.name ?? '';
  if (level === 'prefecture') return name.endsWith('市');
  // 我区 in an autonomous region
  return level === 'county' && name.endsWith('自治区');
}

/** Only the city or province of a district is known. */
export function aboveActor(
  gazetteer: Gazetteer,
  votes: Votes,
  actor: FoundActor,
  context: PlaceContext,
): PlaceFinding | null {
  let best: Vote | null = null;
  for (let i = 0; i < votes.count; i++) {
    const vote = votes.all[i] as Vote;
    if (LEVELS[levelOf(vote.code)] >= LEVELS[actor.level] || vote.weight < 3) continue;
    if (best === null || points(vote) > points(best)) best = vote;
  }
  return best === null ? null : fromVote(gazetteer, votes, best, 0.4, context);
}

/** Nobody acts by office: the place that the head names and that no other outweighs. */
export function withoutActor(
  text: Text,
  gazetteer: Gazetteer,
  votes: Votes,
  context: PlaceContext,
): PlaceFinding | null {
  const { all, count } = votes;
  let best: Vote | null = null;
  for (let i = 0; i < count; i++) {
    const vote = all[i] as Vote;
    if (best === null || vote.weight > best.weight) best = vote;
  }
  if (best === null || best.weight < LEAST_POINTS) return null;
  if (isCapitalDateline(text.string, votes, best))
    return finish(gazetteer, '100000', 0.6, votes.evidenceOf(best), context);
  let others = 0;
  for (let i = 0; i < count; i++) {
    const vote = all[i] as Vote;
    if (!isWithin(gazetteer, vote, best) && !isWithin(gazetteer, best, vote)) others += vote.weight;
  }
  const share = best.weight / (best.weight + others);
  return share < 0.6
    ? null
    : fromVote(gazetteer, votes, best, Math.min(0.85, share * Math.min(1, best.weight / 4)), context);
}

/** Whether the place of a vote is that of another or lies in it. */
function isWithin({ table: { parents } }: Gazetteer, vote: Vote, other: Vote): boolean {
  for (let number = vote.number; number >= 0; number = parents[number] as number)
    if (number === other.number) return true;
  return false;
}

/** Words before Beijing that make it where something is held, not who acts. */
const HELD_IN = ['在', '于', '抵', '到', '来', '抵达'];

/** 新华社北京…电, and Beijing otherwise only as where something is held: an agency of the whole country reports from its seat. */
function isCapitalDateline(text: string, votes: Votes, vote: Vote): boolean {
  if (vote.code !== '110000' || vote.below > 0) return false;
  const [dateline, ...others] = votes.evidenceOf(vote);
  if (dateline?.rule !== 'dateline') return false;
  if (!others.every(({ start }) => HELD_IN.some((word) => text.endsWith(word, start)))) return false;
  return ['新华社', '中新社', '新华网', '中新网'].some((agency) => text.endsWith(agency, dateline.start));
}
