import type { Evidence, Note, PlaceFinding, Span, Text } from '@/lib/types';
import { aboveActor, atLevel, firstOffice, LEAST_POINTS, withoutActor } from './choose-vote.ts';
import { documentOrigin } from './document-number.ts';
import { namesLocalBody } from './facts.ts';
import type { Gazetteer } from './gazetteer.ts';
import { type FoundActor, type Head, readHead } from './head.ts';
import { weighNames } from './name-weights.ts';
import { evidenceOf, finish, fromVote, LEVELS, levelOf, type PlaceContext } from './place-finding.ts';
import { actsForTown, cityByCharacter, countyByTowns, heldInCapital, opensWithTown } from './place-hints.ts';
import { countVotes } from './place-votes.ts';
import { HIT, scanWords } from './scan.ts';

export interface PlaceResult {
  readonly finding: PlaceFinding | null;
  readonly notes: readonly Note[];
}

type Named = { readonly code: string; readonly evidence: Evidence };

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
  const origin = number === null ? undefined : gazetteer.table.numberOf.get(number.code);
  if (number !== null && origin !== undefined) votes.addDocument(origin, number.evidence);
  const actor = head.actor ?? head.addressee ?? weakActorOf(head);
  const office = firstOffice(votes, head);
  if (
    office >= 0 &&
    (actor === null || votes.firstOf(office) <= actor.start || levelOf(votes.codeOf(office)) === actor.level)
  ) {
    return fromVote(gazetteer, votes, office, 0.95, context);
  }
  if (actor !== null) {
    const found = atLevel(gazetteer, votes, actor, context, whole);
    if (found !== null) return found;
    if (office >= 0) return fromVote(gazetteer, votes, office, 0.6, context);
    if (!whole) return null;
    const seat = heldInCapital(text.string, votes, actor);
    if (seat !== null) {
      const evidence = [evidenceOf(actor, 'province-actor'), seat.evidence];
      return finish(gazetteer, seat.code, 0.7, evidence, context);
    }
    return aboveActor(gazetteer, votes, actor, context) ?? fallback(gazetteer, head, context);
  }
  return withoutActor(text, gazetteer, votes, context) ?? fallback(gazetteer, head, context);
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
