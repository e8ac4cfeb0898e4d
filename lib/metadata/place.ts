import type { Evidence, Note, PlaceFinding, Span, Text } from '@/lib/types';
import { documentOrigin } from './document-number.ts';
import { namesLocalBody } from './facts.ts';
import type { Gazetteer } from './gazetteer.ts';
import { type FoundActor, type Head, readHead } from './head.ts';
import type { ActorLevel } from './markers.ts';
import { weighNames } from './name-weights.ts';
import { actsForTown, cityByCharacter, countyByTowns, heldInCapital, opensWithTown } from './place-hints.ts';
import { countVotes, type Vote, type Votes } from './place-votes.ts';
import { HIT, scanWords } from './scan.ts';

export interface PlaceContext {
  /** Day, month or year of the report, where known: names count that were valid then. */
  readonly date: string | null;
  /** The head of the same span, where it was read already. */
  readonly head?: Head;
}

export interface PlaceResult {
  readonly finding: PlaceFinding | null;
  readonly notes: readonly Note[];
}

type Named = { readonly code: string; readonly evidence: Evidence };

const LEVELS: Readonly<Record<ActorLevel, number>> = { country: 0, province: 1, prefecture: 2, county: 3 };
const LEAST_POINTS = 2;
const NO_NOTES: readonly Note[] = [];

/**
 * The jurisdiction whose officials act in `span`, at the lowest level that the text supports; null where nothing
 * does. Places that are only visited, aided, compared or infected do not count (see CONTEXT_RULES).
 */
export function findPlace(text: Text, span: Span, gazetteer: Gazetteer, context: PlaceContext): PlaceResult {
  const head = context.head ?? readHead(text, span, gazetteer);
  const { central, actor } = head;
  const leads = central !== null && (central.start - head.lead <= 4 || actor === null);
  if (central !== null && leads) {
    const confidence = central.start - head.lead <= 12 ? 0.95 : 0.85;
    return {
      finding: finish(gazetteer, '100000', confidence, [evidenceOf(central, 'central-actor')], context),
      notes: NO_NOTES,
    };
  }
  const number = documentOrigin(text, head.start, head.end);
  const quick = decide(text, gazetteer, head, number, context, false);
  if (quick !== null && (quick.confidence >= 0.85 || span.end <= head.end))
    return { finding: quick, notes: NO_NOTES };
  if (!needsMore(text.string, head, quick)) return { finding: quick, notes: NO_NOTES };
  scanWords(gazetteer.index, text.units, head.end, span.end, head.hits);
  const finding = lowest(
    text.string,
    span,
    gazetteer,
    head,
    context,
    decide(text, gazetteer, head, number, context, true),
  );
  if (finding !== null || actor === null) return { finding, notes: NO_NOTES };
  return { finding, notes: [{ stage: 'place', code: 'no-place', start: actor.start, detail: actor.level }] };
}

/** Where the names say nothing, or not which county: streets and towns, and what the locals call the city. */
function lowest(
  text: string,
  span: Span,
  gazetteer: Gazetteer,
  head: Head,
  context: PlaceContext,
  found: PlaceFinding | null,
): PlaceFinding | null {
  const { actor } = head;
  if (actor === null && found === null && actsForTown(text, head)) {
    const town = countyByTowns(text, span, gazetteer, null);
    return town === null ? null : finish(gazetteer, town.code, 0.5, [town.evidence], context);
  }
  if (actor === null || (found !== null && (found.confidence > 0.6 || actor.level !== 'county')))
    return found;
  if (found !== null && levelOf(found.code) === 'county') return found;
  const within = found?.code ?? null;
  const named = actor.level === 'county' ? countyByTowns(text, span, gazetteer, within) : null;
  const other = named ?? (found === null ? cityByCharacter(text, span, LEVELS[actor.level]) : null);
  return other === null ? found : finish(gazetteer, other.code, 0.5, [other.evidence], context);
}

/** The rest of the text is read where somebody acts whose place is not yet known. */
function needsMore(text: string, head: Head, quick: PlaceFinding | null): boolean {
  if (head.actor !== null || head.weakActor !== null || head.addressee !== null) return true;
  if (head.genre === 'notice' || head.genre === 'report') return true;
  if (quick !== null) return head.genre === null;
  return head.genre === null ? opensWithTown(text, head) : head.genre !== 'news';
}

function evidenceOf(actor: FoundActor, rule: string): Evidence {
  return { start: actor.start, end: actor.end, rule };
}

/** Chooses among the votes: an office with its place, the actor's level, then the points. */
function decide(
  text: Text,
  gazetteer: Gazetteer,
  head: Head,
  number: Named | null,
  context: PlaceContext,
  whole: boolean,
): PlaceFinding | null {
  const named = weighNames(text, head, gazetteer);
  if (number === null && tooLittle(named, head)) return fallback(gazetteer, head, context);
  const votes = countVotes(head.hits, gazetteer, context.date);
  if (number !== null) addNumber(votes, number);
  const ranked = votes.all.filter((vote) => vote.weight + vote.below > 0);
  const actor = head.actor ?? head.addressee ?? weakActorOf(head);
  const office = firstOffice(ranked, head);
  if (
    office !== null &&
    (actor === null || office.first <= actor.start || levelOf(office.code) === actor.level)
  ) {
    return fromVote(gazetteer, office, 0.95, context);
  }
  if (actor !== null) {
    const found = atLevel(gazetteer, ranked, actor, context, whole);
    if (found !== null) return found;
    if (office !== null) return fromVote(gazetteer, office, 0.6, context);
    if (!whole) return null;
    const seat = heldInCapital(text.string, ranked, actor);
    if (seat !== null) {
      const evidence = [evidenceOf(actor, 'province-actor'), seat.evidence];
      return finish(gazetteer, seat.code, 0.7, evidence, context);
    }
    return aboveActor(gazetteer, ranked, actor, context) ?? fallback(gazetteer, head, context);
  }
  return withoutActor(text, gazetteer, ranked, context) ?? fallback(gazetteer, head, context);
}

/** Without a name nothing is decided; without anybody acting, nor by less than two points. */
function tooLittle(points: number, head: Head): boolean {
  if (points < 0) return true;
  if (head.actor !== null || head.weakActor !== null || head.addressee !== null) return false;
  return points < LEAST_POINTS;
}

/** 全市 in a meeting or a notice is the speaker's own; in the news it is any city's. */
function weakActorOf(head: Head): FoundActor | null {
  return head.genre === 'news' || head.genre === null ? null : head.weakActor;
}

function addNumber(votes: Votes, { code, evidence }: Named): void {
  const vote = votes.get(code);
  if (vote === undefined) {
    votes.add({ code, weight: 6, below: 0, strongest: 6, first: evidence.start, evidence: [evidence] });
    return;
  }
  vote.weight += 6;
  vote.strongest = Math.max(vote.strongest, 6);
  vote.evidence.unshift(evidence);
}

function firstOffice(ranked: readonly Vote[], head: Head): Vote | null {
  let best: Vote | null = null;
  for (const vote of ranked) {
    if (vote.strongest < 5 || (vote.first >= head.end && head.genre !== 'notice')) continue;
    if (best === null || vote.first < best.first || (vote.first === best.first && vote.weight > best.weight))
      best = vote;
  }
  return best;
}

function points(vote: Vote): number {
  return vote.weight + 0.3 * vote.below;
}

/** The level is in the code: 100000, PP0000, PPCC00, PPCCDD. */
export function levelOf(code: string): ActorLevel {
  if (!code.endsWith('00')) return 'county';
  if (!code.endsWith('0000')) return 'prefecture';
  return code === '100000' ? 'country' : 'province';
}

/** The best-supported place of the actor's level; 市委 may also be that of a city at county level or a municipality. */
function atLevel(
  gazetteer: Gazetteer,
  ranked: readonly Vote[],
  actor: FoundActor,
  context: PlaceContext,
  whole: boolean,
): PlaceFinding | null {
  if (actor.level === 'country') {
    return whole ? finish(gazetteer, '100000', 0.8, [evidenceOf(actor, 'addressee')], context) : null;
  }
  const fitting = ranked
    .filter((vote) => fits(gazetteer, vote.code, actor.level))
    .sort((a, b) => points(b) - points(a) || b.strongest - a.strongest || a.first - b.first);
  const [best, second] = fitting;
  if (best === undefined || points(best) <= 0.6) return null;
  const margin = points(best) / (points(best) + (second === undefined ? 0 : points(second)));
  if (margin <= 0.5) return null;
  const confidence = Math.min(0.97, 0.5 + 0.45 * margin * Math.min(1, points(best) / 3));
  const evidence = [evidenceOf(actor, `${actor.level}-actor`), ...best.evidence];
  return finish(gazetteer, best.code, confidence, evidence, context);
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
function aboveActor(
  gazetteer: Gazetteer,
  ranked: readonly Vote[],
  actor: FoundActor,
  context: PlaceContext,
): PlaceFinding | null {
  let best: Vote | null = null;
  for (const vote of ranked) {
    if (LEVELS[levelOf(vote.code)] >= LEVELS[actor.level] || vote.weight < 3) continue;
    if (best === null || points(vote) > points(best)) best = vote;
  }
  return best === null ? null : fromVote(gazetteer, best, 0.4, context);
}

/** Nobody acts by office: the place that the head names and that no other outweighs. */
function withoutActor(
  text: Text,
  gazetteer: Gazetteer,
  ranked: readonly Vote[],
  context: PlaceContext,
): PlaceFinding | null {
  let best: Vote | null = null;
  for (const vote of ranked) if (best === null || vote.weight > best.weight) best = vote;
  if (best === null || best.weight < LEAST_POINTS) return null;
  if (isCapitalDateline(text.string, best)) return finish(gazetteer, '100000', 0.6, best.evidence, context);
  const kin = new Set(gazetteer.ancestors(best.code));
  let others = 0;
  for (const vote of ranked) {
    if (vote !== best && !kin.has(vote.code) && !gazetteer.ancestors(vote.code).includes(best.code))
      others += vote.weight;
  }
  const share = best.weight / (best.weight + others);
  return share < 0.6
    ? null
    : fromVote(gazetteer, best, Math.min(0.85, share * Math.min(1, best.weight / 4)), context);
}

/** Words before Beijing that make it where something is held, not who acts. */
const HELD_IN = ['在', '于', '抵', '到', '来', '抵达'];

/** 新华社北京…电, and Beijing otherwise only as where something is held: an agency of the whole country reports from its seat. */
function isCapitalDateline(text: string, { code, below, evidence }: Vote): boolean {
  const [dateline, ...others] = evidence;
  if (code !== '110000' || below > 0 || dateline?.rule !== 'dateline') return false;
  if (!others.every(({ start }) => HELD_IN.some((word) => text.endsWith(word, start)))) return false;
  return ['新华社', '中新社', '新华网', '中新网'].some((agency) => text.endsWith(agency, dateline.start));
}

/** No place: a central body that is named, or one to which all provinces are addressed. */
function fallback(gazetteer: Gazetteer, head: Head, context: PlaceContext): PlaceFinding | null {
  const found = head.central ?? head.centralNamed;
  const local = head.actor !== null || head.weakActor !== null;
  if (found === null || local || namesLocal(head)) return null;
  return finish(gazetteer, '100000', 0.6, [evidenceOf(found, 'central-named')], context);
}

/** Further on, where the rest was read, a body without its place acts: 省科技厅研究制定了. */
function namesLocal({ hits, end }: Head): boolean {
  const numbers = hits.numbers.read();
  for (let hit = 0, last = hits.count * HIT.size; hit < last; hit += HIT.size)
    if ((numbers[hit + HIT.start] as number) >= end && namesLocalBody(numbers[hit + HIT.facts] as number))
      return true;
  return false;
}

function fromVote(gazetteer: Gazetteer, vote: Vote, confidence: number, context: PlaceContext): PlaceFinding {
  return finish(gazetteer, vote.code, confidence, vote.evidence, context);
}

function finish(
  gazetteer: Gazetteer,
  code: string,
  confidence: number,
  evidence: readonly Evidence[],
  context: PlaceContext,
): PlaceFinding {
  return { code, path: gazetteer.pathOf(code, context.date ?? undefined), confidence, evidence };
}
