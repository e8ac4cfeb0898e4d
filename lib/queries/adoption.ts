import type { Filters } from '@/lib/filters';
import { type SpreadShape, silenceProbability, spreadShape } from '@/lib/stats/adoption';
import { SIGNIFICANT } from '@/lib/stats/intervals';
import { kaplanMeier } from '@/lib/stats/kaplan-meier';
import { type PlaceUse, placeUses } from './adoption-places';
import { daysBetween } from './buckets';

/**
 * adopted: used it in words of its own. relayed: only in reports that another place had first. never: not seen to use
 * it, with enough reports to expect it. too-few: not seen to, and so few reports that this says nothing.
 */
export type AdoptionState = 'adopted' | 'relayed' | 'never' | 'too-few';

export interface AdoptionRow extends PlaceUse {
  readonly state: AdoptionState;
  /** Place in the order of first own uses, from 1; equal days share a rank. */
  readonly rank: number | null;
  /** Days after the first mover, the centre, and the province it lies in; negative: before. */
  readonly lagFirst: number | null;
  readonly lagCentre: number | null;
  readonly lagProvince: number | null;
  /** Probability of seeing none in its reports (never) or in those since its last use, at the share of the users, or its own where that is less. */
  readonly pSilent: number;
  /** It stopped: the silence since its last use is not explained by chance. */
  readonly stopped: boolean;
  /** late-coverage: its reports begin after the first mover, so that it may have used it before. */
  readonly warnings: readonly string[];
}

export interface AdoptionStep {
  readonly day: string;
  /** Places that had adopted by the end of that day. */
  readonly adopted: number;
  /** Share of places that had not, by Kaplan and Meier, places being censored at their last report. */
  readonly notYet: number;
  readonly atRisk: number;
}

export interface Adoption {
  readonly places: readonly AdoptionRow[];
  readonly curve: readonly AdoptionStep[];
  readonly firstMover: string | null;
  readonly shape: SpreadShape;
  /** Of the reports since the first use of the places that adopted: what a silence is measured against. */
  readonly share: number;
}

const CENTRE = '100000';

const adoptedOn = (p: PlaceUse): string | null => p.firstOwn;

function lag(from: string | null | undefined, to: string | null): number | null {
  return from && to ? daysBetween(from, to) : null;
}

/** The share of reports that hold the slogan in the places that took it up, from the first use of each on. */
function usualShare(places: readonly PlaceUse[]): number {
  const users = places.filter((p) => p.reports > 0);
  const held = users.reduce((sum, p) => sum + p.reports, 0);
  const all = users.reduce((sum, p) => sum + p.reportsFrom, 0);
  return all === 0 ? 0 : held / all;
}

function stateOf(place: PlaceUse, pSilent: number): AdoptionState {
  if (place.firstOwn !== null) return 'adopted';
  if (place.reports > 0) return 'relayed';
  return pSilent < SIGNIFICANT ? 'never' : 'too-few';
}

/** The rank of each day, from 1; equal days share one. */
function ranks(days: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [i, day] of [...days].sort().entries()) if (!found.has(day)) found.set(day, i + 1);
  return found;
}

function rowsOf(places: readonly PlaceUse[], start: string | null, share: number): AdoptionRow[] {
  const rankOf = ranks(places.map(adoptedOn).filter((d) => d !== null));
  const on = new Map(places.map((p) => [p.code, adoptedOn(p)]));
  return places.map((place) => {
    const own = adoptedOn(place);
    const province = `${place.code.slice(0, 2)}0000`;
    const ownShare =
      place.reports > 0 ? place.reports / (place.totalReports - place.reportsSince || 1) : share;
    const pSilent = silenceProbability(Math.min(share, ownShare), place.reportsSince);
    return {
      ...place,
      state: stateOf(place, pSilent),
      rank: own === null ? null : (rankOf.get(own) ?? null),
      lagFirst: lag(start, own),
      lagCentre: place.code === CENTRE ? null : lag(on.get(CENTRE), own),
      lagProvince: place.code === province ? null : lag(on.get(province), own),
      pSilent,
      stopped: place.reports > 0 && pSilent < SIGNIFICANT,
      warnings: start !== null && place.firstReport > start ? ['late-coverage'] : [],
    };
  });
}

function curveOf(places: readonly PlaceUse[], start: string): AdoptionStep[] {
  const watched = places.filter((p) => p.lastReport >= start);
  const observations = watched.map((p) => {
    const own = adoptedOn(p);
    return { time: daysBetween(start, own ?? p.lastReport), adopted: own !== null };
  });
  let adopted = 0;
  return kaplanMeier(observations).map((step) => {
    adopted += step.adopting;
    const day = new Date(Date.parse(`${start}T00:00:00Z`) + step.time * 86_400_000)
      .toISOString()
      .slice(0, 10);
    return { day, adopted, notYet: step.survival, atRisk: step.atRisk };
  });
}

/** Adoption as it follows from what each place did: pure, the query is `adoption`. */
export function adoptionOf(places: readonly PlaceUse[]): Adoption {
  const days = places.map(adoptedOn).filter((d) => d !== null);
  const start = days.length === 0 ? null : days.reduce((a, b) => (b < a ? b : a));
  const share = usualShare(places);
  const rows = rowsOf(places, start, share);
  const lags = rows.map((r) => r.lagFirst).filter((l) => l !== null);
  return {
    places: rows.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.code < b.code ? -1 : 1)),
    curve: start === null ? [] : curveOf(places, start),
    firstMover: rows.find((r) => r.rank === 1)?.code ?? null,
    shape: spreadShape(lags),
    share,
  };
}

/**
 * Who took a slogan up when: the first use of each place in words of its own, apart from what it relayed, with its lags;
 * who never did, who stopped, how it spread. Only reports dated to the day take part; each place stands for its own
 * reports, not for those below it.
 */
export async function adoption(sloganId: number, filters: Filters): Promise<Adoption> {
  return adoptionOf(await placeUses(sloganId, filters));
}
