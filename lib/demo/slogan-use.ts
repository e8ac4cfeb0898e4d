import { type DemoPlace, SILENT } from './demo-places';
import { SLOGAN_LIVES, type SloganLife } from './slogan-lives';

const MARKED = /「(.+?)」/g;
const LIFE_OF = new Map(SLOGAN_LIVES.map((life) => [life.slogan, life] as const));

/** Months since 2000-01 of an ISO month or day. */
export function monthNumber(iso: string): number {
  return (Number(iso.slice(0, 4)) - 2000) * 12 + Number(iso.slice(5, 7)) - 1;
}

interface Timed extends SloganLife {
  readonly beginsAt: number;
  readonly endsAt: number;
  readonly burstFrom: number;
  readonly burstUntil: number;
  /** The slogans of each carrier. */
  readonly carried: readonly (readonly string[])[];
}

const TIMED: readonly Timed[] = SLOGAN_LIVES.map((life) => ({
  ...life,
  beginsAt: monthNumber(life.begins),
  endsAt: life.ends === null ? Number.POSITIVE_INFINITY : monthNumber(life.ends),
  burstFrom: life.burst === undefined ? Number.POSITIVE_INFINITY : monthNumber(life.burst.from),
  burstUntil: life.burst === undefined ? 0 : monthNumber(life.burst.until),
  carried: life.carriers.map((carrier) => [...carrier.matchAll(MARKED)].map((match) => match[1] ?? '')),
}));

/**
 * The chance that a report of a place in a month uses a slogan: it rises from its day of introduction, later the
 * lower the level, stays, bursts where a burst is planted, and halves every `fall` months after its end.
 */
function useOf(life: Timed, place: DemoPlace, month: number): number {
  if (!mayUse(life, place)) return 0;
  const age = month - life.beginsAt - life.lag[place.level];
  if (age < 0) return 0;
  const risen = 1 - 2 ** (-(age + 1) / life.rise);
  const late = month - life.endsAt;
  const fallen = late <= 0 ? 1 : 2 ** (-late / life.fall);
  const burst = month >= life.burstFrom && month <= life.burstUntil ? (life.burst?.factor ?? 1) : 1;
  return Math.min(0.95, life.height * risen * fallen * burst);
}

function mayUse(life: SloganLife, place: DemoPlace): boolean {
  if (place.code === SILENT.place && life.slogan === SILENT.slogan) return false;
  return place.code.startsWith(life.within);
}

/** Everything that a report of a place in a month may draw from: carriers with the chance of each. */
export function carriersOf(
  place: DemoPlace,
  month: number,
): { carriers: readonly string[]; chance: number }[] {
  return TIMED.flatMap((life) => {
    const chance = useOf(life, place, month);
    if (chance < 0.004) return [];
    const carriers = life.carriers.filter((_, i) => life.carried[i]?.every((s) => known(s, place, month)));
    return carriers.length === 0 ? [] : [{ carriers, chance }];
  });
}

/** Whether a slogan that a carrier brings along is in use there at that time. */
function known(slogan: string, place: DemoPlace, month: number): boolean {
  const life = LIFE_OF.get(slogan);
  if (life === undefined) throw new Error(`no life is told for ${slogan}`);
  return mayUse(life, place) && month >= monthNumber(life.begins) + life.lag[place.level];
}
