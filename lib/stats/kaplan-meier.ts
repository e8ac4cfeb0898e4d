/** A place under observation: adopted at `time`, or last seen then without having adopted. */
export interface Observation {
  readonly time: number;
  /** True: it was seen to adopt. False: censored, it had not until `time`, and nothing is known after. */
  readonly adopted: boolean;
}

export interface SurvivalStep {
  readonly time: number;
  /** Share of places that have not adopted after `time`. */
  readonly survival: number;
  readonly atRisk: number;
  readonly adopting: number;
}

/** Product-limit estimate (Kaplan & Meier 1958): a step for each time at which a place adopts. */
export function kaplanMeier(observations: readonly Observation[]): SurvivalStep[] {
  const times = [...new Set(observations.filter((o) => o.adopted).map((o) => o.time))].sort((a, b) => a - b);
  let survival = 1;
  return times.map((time) => {
    const atRisk = observations.filter((o) => o.time >= time).length;
    const adopting = observations.filter((o) => o.adopted && o.time === time).length;
    survival *= 1 - adopting / atRisk;
    return { time, survival, atRisk, adopting };
  });
}
