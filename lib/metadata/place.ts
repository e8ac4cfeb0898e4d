import type { Evidence, Note, PlaceFinding, Span, Text } from '../types.ts';
import { documentOrigin } from './document-number.ts';
import type { Gazetteer } from './gazetteer.ts';
import { ACTOR_RULES, type ActorLevel, CENTRAL_START, ONE_CHARACTER_NAMES } from './place-tables.ts';
import { countVotes, readMentions, type Vote } from './place-votes.ts';
import { createHits, scanWords } from './scan.ts';

export interface PlaceContext {
  /** Day, month or year of the report, where known: names count that were valid then. */
  readonly date: string | null;
}

export interface PlaceResult {
  readonly finding: PlaceFinding | null;
  readonly notes: readonly Note[];
}

interface Actor {
  readonly level: ActorLevel;
  readonly evidence: Evidence;
}

const HEAD = 420;
const nameHits = createHits(4096);

/**
 * The jurisdiction whose officials act in `span`, at the lowest level that the text supports; null where nothing
 * does. Places that are only visited, aided, compared or infected do not count (see CONTEXT_RULES).
 */
export function findPlace(text: Text, span: Span, gazetteer: Gazetteer, context: PlaceContext): PlaceResult {
  const lead = leadStart(text.string, span);
  const central = centralActor(text.string, lead, span);
  if (central !== null) return { finding: finish(gazetteer, '100000', 0.95, [central], context), notes: [] };
  const headEnd = Math.min(span.end, span.start + HEAD);
  const head = text.string.slice(span.start, headEnd);
  const actor = findActor(head, span.start);
  const number = documentOrigin(head, span.start);

  nameHits.size = 0;
  scanWords(gazetteer.index, text.string, text.units, span.start, headEnd, nameHits);
  const quick = decide(text.string, gazetteer, actor, number, context, headEnd);
  if (quick !== null && quick.confidence >= 0.9) return { finding: quick, notes: [] };
  scanWords(gazetteer.index, text.string, text.units, headEnd, span.end, nameHits);
  const finding =
    decide(text.string, gazetteer, actor, number, context, headEnd) ??
    byOneCharacter(text.string, span, gazetteer, actor, context);
  const notes: Note[] =
    finding === null && actor !== null
      ? [{ stage: 'place', code: 'no-place', start: actor.evidence.start, detail: actor.level }]
      : [];
  return { finding, notes };
}

/** Past 央视网消息（新闻联播）： and 本报讯 and their like. */
const PREFIX =
  /^[\s　—-]*(?:【[^】\n]{1,12}】)?(?:央视网消息(?:[（(]新闻联播[）)])?[：:]?|本报讯[\s　]*)?[\s　]*/;

function leadStart(text: string, span: Span): number {
  return (
    span.start + (PREFIX.exec(text.slice(span.start, Math.min(span.end, span.start + 40)))?.[0].length ?? 0)
  );
}

function centralActor(text: string, lead: number, span: Span): Evidence | null {
  const match = CENTRAL_START.exec(text.slice(lead, Math.min(span.end, lead + 30)));
  return match === null ? null : { start: lead, end: lead + match[0].length, rule: 'central-actor' };
}

function findActor(head: string, offset: number): Actor | null {
  let best: Actor | null = null;
  for (const { level, pattern, name } of ACTOR_RULES) {
    const match = pattern.exec(head);
    if (match === null) continue;
    const start = offset + match.index;
    if (best === null || start < best.evidence.start) {
      best = { level, evidence: { start, end: start + match[0].length, rule: name } };
    }
  }
  return best;
}

/** Chooses among the votes: the actor's level first, then the points. */
function decide(
  text: string,
  gazetteer: Gazetteer,
  actor: Actor | null,
  number: { readonly code: string; readonly evidence: Evidence } | null,
  context: PlaceContext,
  headEnd: number,
): PlaceFinding | null {
  const votes = countVotes(readMentions(text, nameHits, gazetteer.entries), gazetteer, context.date);
  if (number !== null) {
    const vote = votes.get(number.code);
    if (vote === undefined) return finish(gazetteer, number.code, 0.9, [number.evidence], context);
    vote.weight += 6;
    vote.strongest = Math.max(vote.strongest, 6);
    vote.evidence.unshift(number.evidence);
  }
  const ranked = [...votes.values()].filter((vote) => vote.weight + vote.below > 0);
  const office = ranked
    .filter((vote) => vote.strongest >= 6 && vote.first < headEnd)
    .sort((a, b) => a.first - b.first || b.weight - a.weight)[0];
  if (actor === null || (office !== undefined && levelAt(gazetteer, office) === actor.level)) {
    if (office !== undefined) return fromVote(gazetteer, office, 0.95, context);
    return withoutActor(gazetteer, ranked, context);
  }
  const points = (vote: Vote) => vote.weight + 0.3 * vote.below;
  const level = ranked
    .filter((vote) => levelAt(gazetteer, vote) === actor.level || cityOfCounty(gazetteer, vote, actor))
    .sort((a, b) => points(b) - points(a) || a.first - b.first);
  const [best, second] = level;
  if (best !== undefined && points(best) > 0.6) {
    const margin = points(best) / (points(best) + (second === undefined ? 0 : points(second)));
    if (margin > 0.5)
      return fromVote(
        gazetteer,
        best,
        Math.min(0.97, 0.5 + 0.45 * margin * Math.min(1, points(best) / 3)),
        context,
        actor,
      );
  }
  if (office !== undefined) return fromVote(gazetteer, office, 0.6, context);
  const [above] = ranked
    .filter((vote) => rank(levelAt(gazetteer, vote)) < rank(actor.level))
    .sort((a, b) => points(b) - points(a));
  return above !== undefined && above.weight >= 3 ? fromVote(gazetteer, above, 0.4, context, actor) : null;
}

function rank(level: ActorLevel): number {
  return { country: 0, province: 1, prefecture: 2, county: 3 }[level];
}

function levelAt(gazetteer: Gazetteer, vote: Vote): ActorLevel {
  return gazetteer.byCode(vote.code)?.level ?? 'country';
}

/** 市委 may be the committee of a city at county level or of a municipality. */
function cityOfCounty(gazetteer: Gazetteer, vote: Vote, actor: Actor): boolean {
  if (actor.level !== 'prefecture') return false;
  const name = gazetteer.byCode(vote.code)?.name ?? '';
  return name.endsWith('市');
}

/** Nobody acts by office: the place that the head names and that no other outweighs. */
function withoutActor(
  gazetteer: Gazetteer,
  ranked: readonly Vote[],
  context: PlaceContext,
): PlaceFinding | null {
  const sorted = [...ranked].sort((a, b) => b.weight - a.weight || a.first - b.first);
  const [best] = sorted;
  if (best === undefined || best.weight < 2) return null;
  const kin = new Set(gazetteer.ancestors(best.code));
  const others = sorted
    .filter(
      (vote) => vote !== best && !kin.has(vote.code) && !gazetteer.ancestors(vote.code).includes(best.code),
    )
    .reduce((sum, vote) => sum + vote.weight, 0);
  const share = best.weight / (best.weight + others);
  return share < 0.6
    ? null
    : fromVote(gazetteer, best, Math.min(0.85, share * Math.min(1, best.weight / 4)), context);
}

/** 返深, 来盘, 留泉: where no name decides, the character that stands for the city. */
function byOneCharacter(
  text: string,
  span: Span,
  gazetteer: Gazetteer,
  actor: Actor | null,
  context: PlaceContext,
): PlaceFinding | null {
  for (const [word, code] of ONE_CHARACTER_NAMES) {
    for (const verb of ['返', '来', '留', '在']) {
      const at = text.indexOf(`${verb}${word}`, span.start);
      if (
        at < 0 ||
        at >= span.end ||
        !/^(?:人员|人流|返|过年|高峰|师生|企业|务工|投资|就业|重点)/.test(text.slice(at + 2, at + 6))
      )
        continue;
      const evidence = [{ start: at, end: at + 2, rule: 'one-character-name' }];
      if (actor === null || rank(gazetteer.byCode(code)?.level ?? 'country') <= rank(actor.level)) {
        return finish(gazetteer, code, 0.5, evidence, context);
      }
    }
  }
  return null;
}

function fromVote(
  gazetteer: Gazetteer,
  vote: Vote,
  confidence: number,
  context: PlaceContext,
  actor?: Actor,
): PlaceFinding {
  const evidence = actor === undefined ? vote.evidence : [actor.evidence, ...vote.evidence];
  return finish(gazetteer, vote.code, confidence, evidence, context);
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
