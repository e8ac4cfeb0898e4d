import type { Evidence, PlaceFinding } from '@/lib/types';
import type { Gazetteer } from './gazetteer.ts';
import type { FoundActor, Head } from './head.ts';
import type { ActorLevel } from './markers.ts';
import type { Votes } from './votes.ts';

export interface PlaceContext {
  /** Day, month or year of the report, where known: names count that were valid then. */
  readonly date: string | null;
  /** The head of the same span, where it was read already. */
  readonly head?: Head;
}

/** How far down a level is. */
export const LEVELS: Readonly<Record<ActorLevel, number>> = {
  country: 0,
  province: 1,
  prefecture: 2,
  county: 3,
};

/** The level is in the code: 100000, PP0000, PPCC00, PPCCDD. */
export function levelOf(code: string): ActorLevel {
  if (!code.endsWith('00')) return 'county';
  if (!code.endsWith('0000')) return 'prefecture';
  return code === '100000' ? 'country' : 'province';
}

/** A body that acts, as evidence. */
export function evidenceOf(actor: FoundActor, rule: string): Evidence {
  return { start: actor.start, end: actor.end, rule };
}

/** The place of a vote, with what it rests on. */
export function fromVote(
  gazetteer: Gazetteer,
  votes: Votes,
  vote: number,
  confidence: number,
  context: PlaceContext,
): PlaceFinding {
  return finish(gazetteer, votes.codeOf(vote), confidence, votes.evidenceOf(vote), context);
}

/** A place of this code. */
export function finish(
  gazetteer: Gazetteer,
  code: string,
  confidence: number,
  evidence: readonly Evidence[],
  context: PlaceContext,
): PlaceFinding {
  // The whole country, which half of the news is of, was never called anything else.
  const at = code === '100000' ? undefined : (context.date ?? undefined);
  return { code, path: gazetteer.pathOf(code, at), confidence, evidence };
}
