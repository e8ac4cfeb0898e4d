/** A number of seconds as people read it: 42 s, 3:05 min, 2:03 h. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const pair = (a: number, b: number) => `${Math.floor(a)}:${String(Math.floor(b)).padStart(2, '0')}`;
  return whole < 3_600
    ? `${pair(whole / 60, whole % 60)} min`
    : `${pair(whole / 3_600, (whole % 3_600) / 60)} h`;
}

/** Before so much is done nobody can say how long the rest takes. */
const SOME = 0.01;

/**
 * How long the rest takes at the pace so far, in seconds; null where that cannot be said yet, or not at all.
 * @param total null where nobody knows how much there is
 */
export function remainingSeconds(done: number, total: number | null, seconds: number): number | null {
  if (total === null || done < SOME * total || done <= 0 || done >= total) return null;
  return ((total - done) / done) * seconds;
}

/** Says how far a job is that begins now: `300 of 1000 documents, 30/s, about 23 s left`. */
export function startPace(now: () => number = Date.now): (done: number, total: number) => string {
  const started = now();
  return (done, total) => {
    const seconds = (now() - started) / 1000;
    const left = remainingSeconds(done, total, seconds);
    return [
      `${done} of ${total} documents`,
      ...(left === null || seconds === 0
        ? []
        : [`${(done / seconds).toFixed(0)}/s`, `about ${duration(left)} left`]),
    ].join(', ');
  };
}
