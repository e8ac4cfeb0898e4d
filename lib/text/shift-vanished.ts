/** Pairs of bytes that decode to a private-use character are gone from a damaged page: what they may have been. */
import { isPrivateUse } from './gbk';
import { ROOT } from './language-model';
import { COST, type Hypotheses } from './shift-hypotheses';
import { CAPACITY, States } from './shift-states';
import type { ShiftTables } from './shift-tables';
import type { Token } from './shift-tokens';
import type { ConversionTables } from './traditional';

/** Hypotheses that are extended at each token, how far behind the best they may be, and pairs kept of each. */
const FROM = 4;
/** The same after a cut, where a hundred lost bytes are still open. */
const FROM_CUT = 16;
const BEHIND = 9;
const KEEP = 20;
/** Pairs that may vanish in a row, and hypotheses kept between two of them. */
const DEPTH = 3;
const BETWEEN = 5;
/** First bytes of a pair that are followed up to a next one, and second bytes of each. */
const FIRSTS = 3;
const SECONDS = 6;
/** Characters that a lead byte may make with what is shown next. */
const OPTIONS = 4;
/** Scores below which one character, and it with the next, are too unlikely to be tried. */
const LEAST_ONE = -12;
const LEAST_TWO = -17;

/** The first byte of a vanished pair, and the symbol of the character that it completes. */
interface First {
  readonly byte: number;
  readonly seconds: readonly number[];
  readonly symbol: number;
  readonly score: number;
}

export class VanishedPairs {
  private readonly between = new States();
  /** Symbol → GBK pair of its traditional form, where both bytes may lie in vanished pairs; else 0. */
  private readonly middles: Uint16Array;
  /** Symbol → those of its successors that are such middles. */
  private readonly middlesAfter = new Map<number, Uint16Array>();
  private followingByte = -1;
  private readonly followers = new Uint16Array(256 * OPTIONS);
  /** First byte << 8 | second byte → 1 where the pair vanishes. */
  private readonly vanishes = new Uint8Array(65536);

  constructor(
    private readonly all: Hypotheses,
    private readonly tables: ShiftTables,
    conversion: ConversionTables,
  ) {
    const { gbk, model } = all;
    for (const [first, seconds] of tables.vanished)
      for (const second of seconds) this.vanishes[(first << 8) | second] = 1;
    const seconds = new Set([...tables.vanished.values()].flat());
    this.middles = model.units.map((unit) => {
      // Punctuation is ASCII in the model and full-width on the page.
      const shown = unit < 0x80 ? unit + 0xfee0 : (conversion.traditional[unit] ?? unit);
      const pair = gbk.encode[shown] ?? 0;
      return seconds.has(pair >> 8) && tables.vanished.has(pair & 255) ? pair : 0;
    });
  }

  /** Forgets what depends on the page. */
  reset(): void {
    this.followingByte = -1;
  }

  /** Adds to the next generation what it looks like if pairs vanished between two tokens. */
  extend(token: Token, following: Token): void {
    if (following.kind === 'end' || following.kind === 'cut' || following.kind === 'foreign') return;
    const { next } = this.all;
    const rows: number[] = [];
    let top = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < next.size; i++) {
      top = Math.max(top, next.score[i] ?? top);
      if ((next.pending[i] ?? 0) >= 0) rows.push(i);
    }
    const from = this.all
      .bestOf(rows, token.kind === 'cut' ? FROM_CUT : FROM)
      .filter((row) => (next.score[row] ?? 0) > top - BEHIND);
    if (from.length === 0) return;
    this.findFollowers(following);
    // Hypotheses between two vanished pairs are extended further, but are no outcome themselves.
    const { between } = this;
    between.size = 0;
    for (const row of from) this.after(next, row, DEPTH > 1);
    for (let depth = 1, start = 0; depth < DEPTH; depth++) {
      const end = between.size;
      const made = Array.from({ length: end - start }, (_, i) => start + i);
      for (const row of this.all.bestOf(made, BETWEEN, between)) this.after(between, row, depth + 1 < DEPTH);
      start = end;
    }
  }

  /** Lets one pair vanish after a row, followed by the byte shown next or, if `goesOn`, by another such pair. */
  private after(states: States, row: number, goesOn: boolean): void {
    const firsts = this.findFirsts(states, row);
    const p = states.p[row] ?? 0;
    const found: { first: number; second: number; score: number }[] = [];
    // No logarithm is above 0: a first byte that scores no more than the last one kept adds nothing.
    let least = LEAST_TWO;
    const { model, page } = this.all;
    for (const { byte, seconds, symbol, score } of firsts) {
      if (score <= least) break;
      model.open(this.contextAfter(states, row, symbol));
      for (const second of seconds) {
        let both = LEAST_TWO;
        for (let k = second * OPTIONS; k < (second + 1) * OPTIONS; k++) {
          const after = this.followers[k] ?? 0;
          if (after === 0) break;
          both = Math.max(both, score + page.cache.raise(model.logAfter(after), p, symbol, after));
        }
        if (both > least) found.push({ first: byte, second, score: both });
      }
      found.sort((a, b) => b.score - a.score);
      if (found.length > KEEP) found.length = KEEP;
      if (found.length === KEEP) least = found[KEEP - 1]?.score ?? least;
    }
    for (const { first, second } of found) {
      if (this.letVanish(states, row, first, second)) this.all.push();
    }
    if (!goesOn) return;
    for (const first of firsts.slice(0, FIRSTS)) this.goOn(states, row, first);
  }

  /** The first bytes that complete a likely character, best first. */
  private findFirsts(states: States, row: number): First[] {
    const { gbk, model, page } = this.all;
    const lead = states.pending[row] ?? 0;
    const [q, p] = [states.q[row] ?? 0, states.p[row] ?? 0];
    const found: First[] = [];
    model.open(states.context[row] ?? ROOT);
    for (const [byte, seconds] of this.tables.vanished) {
      const unit = gbk.decode[(lead << 8) | byte] ?? 0;
      const symbol = model.symbols[unit] ?? 0;
      if (unit === 0 || symbol === 0 || isPrivateUse(unit)) continue;
      const score = page.cache.raise(model.logAfter(symbol), q, p, symbol) - this.all.costOf(unit);
      if (score >= LEAST_ONE) found.push({ byte, seconds, symbol, score });
    }
    return found.sort((a, b) => b.score - a.score);
  }

  private contextAfter(states: States, row: number, symbol: number): number {
    this.all.model.step(states.context[row] ?? ROOT, symbol);
    return this.all.model.context;
  }

  /** After the first byte of a vanished pair: the characters of which both bytes lie in vanished pairs. */
  private goOn(states: States, row: number, first: First): void {
    const leads = new Map<number, number>();
    const { model } = this.all;
    model.open(this.contextAfter(states, row, first.symbol));
    for (const successor of this.findMiddlesAfter(first.symbol)) {
      const lead = (this.middles[successor] ?? 0) >> 8;
      if (this.vanishes[(first.byte << 8) | lead] === 0) continue;
      const both = first.score + model.logAfter(successor);
      if (both > (leads.get(lead) ?? LEAST_TWO)) leads.set(lead, both);
    }
    const kept = [...leads].sort((a, b) => b[1] - a[1]);
    for (const [second] of kept.slice(0, SECONDS)) {
      if (this.between.size >= CAPACITY) return;
      if (this.letVanish(states, row, first.byte, second)) this.between.append(this.all.work, 0);
    }
  }

  private letVanish(states: States, row: number, first: number, second: number): boolean {
    this.all.take(row, states);
    if (!this.all.feed(first) || !this.all.feed(second)) return false;
    this.all.pay(COST.vanished);
    this.all.work.calm[0] = 0;
    return true;
  }

  private findMiddlesAfter(symbol: number): Uint16Array {
    const known = this.middlesAfter.get(symbol);
    if (known) return known;
    const found = this.all.model
      .successors(symbol)
      .filter((successor) => (this.middles[successor] ?? 0) !== 0);
    this.middlesAfter.set(symbol, found);
    return found;
  }

  /** Fills `followers`: lead byte → symbols of the likely characters that it makes with what is shown next. */
  private findFollowers(following: Token): void {
    const key =
      following.kind === 'torn' ? -1 : firstBytes(following).reduce((all, byte) => all * 256 + byte, 0);
    if (key >= 0 && this.followingByte === key) return;
    const { gbk, model, page } = this.all;
    this.followingByte = key;
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      const trails =
        following.kind === 'torn'
          ? (this.tables.trails.get(`${lead}${following.reading}`) ?? [])
          : firstBytes(following);
      let k = lead * OPTIONS;
      this.followers.fill(0, k, k + OPTIONS);
      for (const trail of trails) {
        const unit = gbk.decode[(lead << 8) | trail] ?? 0;
        const symbol = model.symbols[unit] ?? 0;
        const isOdd = symbol === 0 || isPrivateUse(unit) || page.unlikely[unit] === 1;
        if (!isOdd && k < (lead + 1) * OPTIONS) this.followers[k++] = symbol;
      }
    }
  }
}

/** The bytes that a token may begin with; none where that depends on the byte before. */
function firstBytes(token: Token): readonly number[] {
  if (token.kind === 'pair') return [token.bytes >> 8 || 0x80];
  if (token.kind === 'ascii')
    return token.unit >= 0x40 ? [token.unit, 0xa3] : [token.unit > 0x20 ? 0xa3 : 0xa1];
  // What lost its other half is most often the end of 。 at the end of a line.
  return token.kind === 'lost' ? [0xa3] : [];
}
