/** What announces boilerplate: pairs of units. */
export interface Triggers {
  readonly pairs: ReadonlySet<number>;
  /** One bit for the hash of each pair: a quick no. */
  readonly sieve: Uint8Array;
  /** The unit of each pair that is listed when a text is looked at. */
  readonly anchors: readonly number[];
}

/** Second characters of pairs that stand in every other text, so that the first one is looked for. */
const COMMON = '体新上次量数号列二本至首';

/** Where a pair has its bit in the sieve. */
export function pairHash(first: number, second: number): number {
  return (Math.imul(first, 31) ^ second) & 4095;
}

/** Whether two neighbouring units announce boilerplate. */
export function isTrigger({ sieve, pairs }: Triggers, first: number, second: number): boolean {
  return sieve[pairHash(first, second)] === 1 && pairs.has((first << 16) | second);
}

/** The table from the trigger pairs as written. */
export function buildTriggers(written: readonly string[]): Triggers {
  const sieve = new Uint8Array(4096);
  const pairs = new Set<number>();
  const anchors = new Set<number>();
  for (const pair of written) {
    const [first, second] = [pair.charCodeAt(0), pair.charCodeAt(1)];
    sieve[pairHash(first, second)] = 1;
    pairs.add((first << 16) | second);
    anchors.add(COMMON.includes(pair.charAt(1)) ? first : second);
  }
  return { pairs, sieve, anchors: [...anchors] };
}
