import type { PlaceFinding, Text } from '@/lib/types';
import type { Gazetteer } from './gazetteer.ts';
import type { FoundActor, Head } from './head.ts';
import type { ActorLevel } from './markers.ts';
import { evidenceOf, finish, fromVote, LEVELS, levelOf, type PlaceContext } from './place-finding.ts';
import type { Votes } from './votes.ts';

/** Less than this decides nothing where nobody acts. */
export const LEAST_POINTS = 2;

/** The vote for the place of the first office that is named, in a notice also far down; -1 without one. */
export function firstOffice(votes: Votes, head: Head): number {
  let best = -1;
  for (let vote = 0; vote < votes.count; vote++) {
    const first = votes.firstOf(vote);
    if (votes.strongestOf(vote) < 5 || (first >= head.end && head.genre !== 'notice')) continue;
    if (
      best < 0 ||
      first < votes.firstOf(best) ||
      (first === votes.firstOf(best) && votes.weightOf(vote) > votes.weightOf(best))
    )
      best = vote;
  }
  return best;
}

function pointsOf(votes: Votes, vote: number): number {
  return votes.weightOf(vote) + 0.3 * votes.belowOf(vote);
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
  let best = -1;
  let second = -1;
  for (let vote = 0; vote < votes.count; vote++) {
    if (!fits(gazetteer, votes.codeOf(vote), actor.level)) continue;
    if (best < 0 || isAhead(votes, vote, best)) {
      second = best;
      best = vote;
    } else if (second < 0 || isAhead(votes, vote, second)) second = vote;
  }
  if (best < 0 || pointsOf(votes, best) <= 0.6) return null;
  const points = pointsOf(votes, best);
  const margin = points / (points + (second < 0 ? 0 : pointsOf(votes, second)));
  if (margin <= 0.5) return null;
  const confidence = Math.min(0.97, 0.5 + 0.45 * margin * Math.min(1, points / 3));
  const evidence = [evidenceOf(actor, `${actor.level}-actor`), ...votes.evidenceOf(best)];
  return finish(gazetteer, votes.codeOf(best), confidence, evidence, context);
}

/** Points decide, then the greatest single weight, then which is named first. */
function isAhead(votes: Votes, a: number, b: number): boolean {
  const ahead =
    pointsOf(votes, a) - pointsOf(votes, b) ||
    votes.strongestOf(a) - votes.strongestOf(b) ||
    votes.firstOf(b) - votes.firstOf(a);
  return ahead > 0;
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
  let best = -1;
  for (let vote = 0; vote < votes.count; vote++) {
    if (LEVELS[levelOf(votes.codeOf(vote))] >= LEVELS[actor.level] || votes.weightOf(vote) < 3) continue;
    if (best < 0 || pointsOf(votes, vote) > pointsOf(votes, best)) best = vote;
  }
  return best < 0 ? null : fromVote(gazetteer, votes, best, 0.4, context);
}

/** Nobody acts by office: the place that the head names and that no other outweighs. */
export function withoutActor(
  text: Text,
  gazetteer: Gazetteer,
  votes: Votes,
  context: PlaceContext,
): PlaceFinding | null {
  let best = -1;
  for (let vote = 0; vote < votes.count; vote++)
    if (best < 0 || votes.weightOf(vote) > votes.weightOf(best)) best = vote;
  if (best < 0) return null;
  const weight = votes.weightOf(best);
  if (weight < LEAST_POINTS) return null;
  if (isCapitalDateline(text.string, votes, best))
    return finish(gazetteer, '100000', 0.6, votes.evidenceOf(best), context);
  const { parents } = gazetteer.table;
  const number = votes.numberOf(best);
  let others = 0;
  for (let vote = 0; vote < votes.count; vote++) {
    const other = votes.numberOf(vote);
    if (!isWithin(parents, other, number) && !isWithin(parents, number, other))
      others += votes.weightOf(vote);
  }
  const share = weight / (weight + others);
  if (share < 0.6) return null;
  return fromVote(gazetteer, votes, best, Math.min(0.85, share * Math.min(1, weight / 4)), context);
}

/** Whether a code is another or lies in it, by their numbers. */
function isWithin(parents: Int16Array, code: number, other: number): boolean {
  for (let number = code; number >= 0; number = parents[number] as number) if (number === other) return true;
  return false;
}

/** Words before Beijing that make it where something is held, not who acts. */
const HELD_IN = ['在', '于', '抵', '到', '来', '抵达'];

/** 新华社北京…电, and Beijing otherwise only as where something is held: an agency of the whole country reports from its seat. */
function isCapitalDateline(text: string, votes: Votes, vote: number): boolean {
  if (votes.codeOf(vote) !== '110000' || votes.belowOf(vote) > 0) return false;
  const [dateline, ...others] = votes.evidenceOf(vote);
  if (dateline?.rule !== 'dateline') return false;
  if (!others.every(({ start }) => HELD_IN.some((word) => text.endsWith(word, start)))) return false;
  return ['新华社', '中新社', '新华网', '中新网'].some((agency) => text.endsWith(agency, dateline.start));
}
