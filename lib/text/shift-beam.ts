/**
 * Undoing a shift of bytes: a beam search over the bytes behind a damaged place, from where the shift begins
 * to where the text is aligned again, scored by a language model.
 */
import { type GbkTables, isPrivateUse } from './gbk';
import { BOUNDARY, type LanguageModel } from './language-model';
import type { PageKnowledge } from './shift-page';
import { CAPACITY, Emissions, States } from './shift-states';
import type { ShiftTables } from './shift-tables';
import { readToken, type Token } from './shift-tokens';
import type { ConversionTables } from './traditional';

/** Costs, in natural logarithms; measured with scripts/evaluate-restoration.ts. */
const COST = {
  /** A private-use pair vanished. */
  vanished: 0.5,
  /** A character that conversion to traditional would have changed. */
  unlikely: 4,
  /** The page always annotates this character, and here it does not; or the other way round. */
  habit: 5,
  /** A reading that the character before it does not have. */
  reading: 8,
  /** Two bytes that were no character, one of them a guess. */
  lost: 2,
  /** The line ends in the middle of a character. */
  torn: 10,
  /** A cut is read as one, and not as the two marks that stand there. */
  cut: 1,
} as const;

const BEAM = 96;
/** Hypotheses that are extended by a vanished pair at each token, and how many pairs are kept of each. */
const VANISH_FROM = 6;
const VANISH_KEEP = 16;
/** Pairs that may vanish in a row, and hypotheses kept between two of them. */
const VANISH_DEPTH = 3;
const VANISH_BETWEEN = 8;
/** Scores below which one character, and it with the next, are too unlikely to be tried. */
const LEAST_ONE = -18;
const LEAST_TWO = -27;
/** Aligned tokens after which a hypothesis counts as settled. */
const SETTLED = 3;
/** A hypothesis this far behind the best no longer delays the end. */
const HOPELESS = 14;
const LONGEST = 120;

export interface ShiftFix {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Distance to the best other reading, in natural logarithms. */
  readonly margin: number;
  /** Characters marked as lost (U+FFFD) in the text. */
  readonly lost: number;
}

/** A context reached after the first byte of a vanished pair, and what that scored. */
interface Reached {
  readonly symbol: number;
  readonly bigram: number;
  readonly trigram: number;
  readonly one: number;
}

export class ShiftBeam {
  private now = new States();
  private next = new States();
  private readonly emissions = new Emissions();
  private readonly work = new States();
  private readonly between = new States();
  /** Symbol → GBK pair of its traditional form, where both bytes may lie in vanished pairs. */
  private readonly middles: Uint16Array;
  private followersOf = -1;
  private readonly followerSymbols = new Uint16Array(256);

  constructor(
    private readonly gbk: GbkTables,
    private readonly tables: ShiftTables,
    private readonly model: LanguageModel,
    conversion: ConversionTables,
  ) {
    this.work.size = 1;
    this.middles = findMiddles(gbk, tables, model, conversion);
  }

  /** Reads the damaged place at `start`; `context` is what stands before it, readings cut out. Null when nothing fits. */
  run(text: string, start: number, context: string, page: PageKnowledge): ShiftFix | null {
    this.emissions.reset();
    this.followersOf = -1;
    this.begin(context, start);
    let index = start;
    for (let steps = 0; steps < LONGEST; steps++) {
      const token = readToken(text, index, this.gbk);
      if (token.kind === 'end') {
        this.close();
        break;
      }
      this.next.size = 0;
      for (let i = 0; i < this.now.size; i++)
        this.advance(i, token, readToken(text, index + token.length, this.gbk).kind === 'end', page);
      index += token.length;
      this.vanish(text, index, page);
      if (this.next.size === 0) return null;
      this.prune(index);
      if (steps > 0 && this.isSettled()) break;
    }
    return this.best(start);
  }

  private begin(context: string, start: number): void {
    const { now } = this;
    now.size = 1;
    const unit = context.charCodeAt(context.length - 1) || 0x0a;
    const pair = this.gbk.encode[unit] ?? 0;
    now.pending[0] = -1;
    now.previous[0] = pair >> 8;
    // An ASCII mark may have been a full-width one.
    now.last[0] = unit >= 0x21 && unit < 0x7f ? unit + 0x80 : pair & 255;
    this.now.p[0] = BOUNDARY;
    this.now.bigram[0] = -1;
    this.now.trigram[0] = -1;
    for (const character of context.slice(-3))
      this.step(now, 0, this.model.symbols[character.charCodeAt(0)] ?? 0);
    now.score[0] = 0;
    now.gap[0] = Number.POSITIVE_INFINITY;
    now.emission[0] = -1;
    now.calm[0] = 0;
    now.alignedAt[0] = start;
    now.alignedEmission[0] = -1;
    now.expects[0] = 0;
    now.lost[0] = 0;
  }

  /** Extends hypothesis `i` by a token in every way that fits. */
  private advance(i: number, token: Token, isLast: boolean, page: PageKnowledge): void {
    switch (token.kind) {
      case 'pair':
        this.take(i);
        if (token.bytes === 0x80) {
          if ((this.work.pending[0] ?? 0) < 0) this.emit(token.unit, page);
          else if (!this.feed(0x80, page)) return;
        } else if (!this.feed(token.bytes >> 8, page) || !this.feed(token.bytes & 255, page)) return;
        this.push();
        return;
      case 'foreign':
        this.take(i);
        if ((this.work.pending[0] ?? 0) >= 0) return;
        this.emit(token.unit, page);
        this.push();
        return;
      case 'ascii':
        this.advanceAscii(i, token.unit, page);
        return;
      case 'reading':
        this.advanceReading(i, token.reading);
        return;
      case 'torn':
        this.advanceTorn(i, token.reading, page);
        return;
      case 'cut':
        this.advanceCut(i, token.second, page);
        return;
      case 'lost':
        this.advanceLost(i, isLast, page);
        return;
      default:
        return;
    }
  }

  private advanceAscii(i: number, unit: number, page: PageKnowledge): void {
    this.take(i);
    if ((this.work.pending[0] ?? 0) < 0) {
      this.emit(unit, page);
      this.work.last[0] = unit > 0x20 ? unit + 0x80 : 0;
      this.push();
      return;
    }
    if (unit >= 0x40 && this.feed(unit, page)) this.push();
    this.take(i);
    // A full-width mark that a later step made half-width; U+3000 became a space.
    const [first, second] = unit > 0x20 ? [0xa3, unit + 0x80] : [0xa1, 0xa1];
    if (this.feed(first, page) && this.feed(second, page)) this.push();
  }

  private advanceReading(i: number, reading: string): void {
    this.take(i);
    const { work } = this;
    const unit = this.gbk.decode[((work.previous[0] ?? 0) << 8) | (work.last[0] ?? 0)] ?? 0;
    if (!this.tables.readings.get(unit)?.includes(reading)) this.pay(COST.reading);
    work.expects[0] = 0;
    this.push();
  }

  private advanceTorn(i: number, reading: string, page: PageKnowledge): void {
    const lead = this.now.last[i] ?? 0;
    for (const trail of this.tables.trails.get(`${lead}${reading}`) ?? []) {
      this.take(i);
      this.work.expects[0] = 0;
      if (!this.feed(trail, page)) continue;
      // Here the reading has just been read: it is not expected any more, and where it is unheard of it costs.
      this.work.expects[0] = 0;
      const habit = page.habit[(lead << 8) | trail] ?? 0;
      if (habit === 2) this.pay(COST.habit);
      else if (habit === 0) this.pay(1);
      this.push();
    }
  }

  private advanceCut(i: number, second: number, page: PageKnowledge): void {
    const isAligned = (this.now.pending[i] ?? 0) < 0;
    const mark = second === 0xbb ? 0x3b : 0x3f;
    for (let byte = 0x81; byte <= 0xfe; byte++) {
      this.take(i);
      if (!this.feed(byte, page)) continue;
      if (isAligned) {
        // The lost lead byte, then A3 | BB: the end of one character and the beginning of the next.
        if (!this.feed(0xa3, page) || !this.feed(second, page)) continue;
        this.pay(COST.cut);
      } else this.emit(mark, page);
      this.push();
    }
    if (!isAligned) return;
    this.take(i);
    this.emit(0x3f, page);
    this.emit(mark, page);
    this.push();
  }

  private advanceLost(i: number, isLast: boolean, page: PageKnowledge): void {
    this.take(i);
    if ((this.work.pending[0] ?? 0) < 0) {
      this.emit(0x3f, page);
      this.push();
      return;
    }
    for (let byte = 0x81; byte <= 0xfe; byte++) {
      this.take(i);
      if (!this.feed(byte, page)) continue;
      // At the end of a line the byte stood alone; elsewhere it took an ASCII character along.
      if (!isLast) this.markGap();
      this.pay(COST.lost);
      this.push();
    }
  }

  /** Writes the mark for a character of which nothing is known. */
  private markGap(): void {
    const { work } = this;
    work.emission[0] = this.emissions.add(0xfffd, work.emission[0] ?? -1);
    work.p[0] = 0;
    work.bigram[0] = -1;
    work.trigram[0] = -1;
    work.lost[0] = (work.lost[0] ?? 0) + 1;
  }

  /** The line ends here: hypotheses are scored by how well they end it. */
  private close(): void {
    const { now } = this;
    for (let i = 0; i < now.size; i++) {
      now.score[i] = (now.score[i] ?? 0) + this.scoreOf(now, i, BOUNDARY);
    }
    const order = this.bestOf(
      Array.from({ length: now.size }, (_, i) => i),
      now.size,
      now,
    );
    this.next.size = 0;
    for (const row of order) this.next.append(now, row);
    [this.now, this.next] = [this.next, this.now];
  }

  /** Adds hypotheses in which pairs that decode to private-use characters vanished before `index`. */
  private vanish(text: string, index: number, page: PageKnowledge): void {
    const following = firstByte(readToken(text, index, this.gbk));
    if (following < 0) return;
    const { next } = this;
    let rows: number[] = [];
    for (let i = 0; i < next.size; i++) if ((next.pending[i] ?? 0) >= 0) rows.push(i);
    rows = this.bestOf(rows, VANISH_FROM);
    // Hypotheses between two vanished pairs are extended further, but are no outcome themselves.
    const between = this.between;
    between.size = 0;
    for (const row of rows) this.vanishAfter(next, row, following, page);
    for (let depth = 1, from = 0; depth < VANISH_DEPTH; depth++) {
      const to = between.size;
      const kept = this.bestOf(
        Array.from({ length: to - from }, (_, i) => from + i),
        VANISH_BETWEEN,
        between,
      );
      for (const row of kept) this.vanishAfter(between, row, following, page);
      from = to;
    }
  }

  private bestOf(rows: number[], most: number, states: States = this.next): number[] {
    return rows.sort((a, b) => (states.score[b] ?? 0) - (states.score[a] ?? 0)).slice(0, most);
  }

  /** Lets one pair vanish after a row, followed either by the byte shown next or by another such pair. */
  private vanishAfter(states: States, row: number, following: number, page: PageKnowledge): void {
    const { decode } = this.gbk;
    const { symbols } = this.model;
    const found: { first: number; second: number; score: number }[] = [];
    const lead = states.pending[row] ?? 0;
    const followers = this.followers(following, page);
    for (const [first, seconds] of this.tables.vanished) {
      const unit = decode[(lead << 8) | first] ?? 0;
      const symbol = symbols[unit] ?? 0;
      if (unit === 0 || isPrivateUse(unit) || symbol === 0) continue;
      const one = this.scoreOf(states, row, symbol) - (page.unlikely[unit] === 1 ? COST.unlikely : 0);
      if (one < LEAST_ONE) continue;
      const { bigram, trigram } = this.model;
      for (const second of seconds) {
        const after = followers[second] ?? 0;
        if (after === 0) continue;
        const two = this.model.step(trigram, bigram, symbol, after);
        if (one + two > LEAST_TWO) found.push({ first, second, score: one + two });
      }
      if (this.between.size < CAPACITY) this.goOn(states, row, first, { symbol, bigram, trigram, one }, page);
    }
    found.sort((a, b) => b.score - a.score);
    for (const { first, second } of found.slice(0, VANISH_KEEP)) {
      if (this.letVanish(states, row, first, second, page)) this.push();
    }
  }

  /** Lead byte → symbol of the character that it makes with `following`; 0 for none, or none that is likely. */
  private followers(following: number, page: PageKnowledge): Uint16Array {
    if (this.followersOf === following) return this.followerSymbols;
    this.followersOf = following;
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      const unit = this.gbk.decode[(lead << 8) | following] ?? 0;
      const isOdd = unit === 0 || isPrivateUse(unit) || page.unlikely[unit] === 1;
      this.followerSymbols[lead] = isOdd ? 0 : (this.model.symbols[unit] ?? 0);
    }
    return this.followerSymbols;
  }

  /** After the first byte of a vanished pair: the characters of which both bytes lie in vanished pairs. */
  private goOn(states: States, row: number, first: number, at: Reached, page: PageKnowledge): void {
    const seconds = this.tables.vanished.get(first) ?? [];
    const leads = new Map<number, number>();
    for (const successor of this.model.successors(at.symbol)) {
      const pair = this.middles[successor] ?? 0;
      if (pair === 0) continue;
      const two = at.one + this.model.step(at.trigram, at.bigram, at.symbol, successor);
      if (two > (leads.get(pair >> 8) ?? LEAST_TWO)) leads.set(pair >> 8, two);
    }
    const kept = [...leads].filter(([lead]) => seconds.includes(lead)).sort((a, b) => b[1] - a[1]);
    for (const [second] of kept.slice(0, 8)) {
      if (this.letVanish(states, row, first, second, page)) this.between.append(this.work, 0);
    }
  }

  private letVanish(
    states: States,
    row: number,
    first: number,
    second: number,
    page: PageKnowledge,
  ): boolean {
    this.work.copy(0, states, row);
    if (!this.feed(first, page) || !this.feed(second, page)) return false;
    this.pay(COST.vanished);
    this.work.calm[0] = 0;
    return true;
  }

  private take(i: number): void {
    this.work.copy(0, this.now, i);
  }

  private push(): void {
    this.next.append(this.work, 0);
  }

  private pay(cost: number): void {
    this.work.score[0] = (this.work.score[0] ?? 0) - cost;
  }

  /** Feeds one byte of the true text to the hypothesis at work; false when it makes no character. */
  private feed(byte: number, page: PageKnowledge): boolean {
    const { work } = this;
    const pending = work.pending[0] ?? -1;
    if (work.expects[0] === 1) {
      this.pay(COST.habit);
      work.expects[0] = 0;
    }
    if (pending < 0) {
      if (byte < 0x80) this.emit(byte, page);
      else work.pending[0] = byte;
    } else {
      const unit = this.gbk.decode[(pending << 8) | byte] ?? 0;
      if (unit === 0 || isPrivateUse(unit)) return false;
      work.pending[0] = -1;
      this.emit(unit, page);
    }
    work.previous[0] = work.last[0] ?? 0;
    work.last[0] = byte;
    if (page.habit[((work.previous[0] ?? 0) << 8) | byte] === 1) work.expects[0] = 1;
    return true;
  }

  private emit(unit: number, page: PageKnowledge): void {
    const { work } = this;
    const symbol = this.model.symbols[unit] ?? 0;
    const gain = this.step(work, 0, symbol);
    work.score[0] = (work.score[0] ?? 0) + gain - (page.unlikely[unit] === 1 ? COST.unlikely : 0);
    work.emission[0] = this.emissions.add(unit, work.emission[0] ?? -1);
  }

  /** Moves the context of a row on by a symbol and returns what that scores. */
  private step(states: States, row: number, symbol: number): number {
    const { model } = this;
    const score = this.scoreOf(states, row, symbol);
    states.p[row] = symbol;
    states.bigram[row] = model.bigram;
    states.trigram[row] = model.trigram;
    return score;
  }

  private scoreOf(states: States, row: number, symbol: number): number {
    return this.model.step(states.trigram[row] ?? -1, states.bigram[row] ?? -1, states.p[row] ?? 0, symbol);
  }

  /** Merges hypotheses in the same state and keeps the best of them as the new generation. */
  private prune(index: number): void {
    const { next, now } = this;
    const best = new Map<number, number>();
    for (let i = 0; i < next.size; i++) {
      const context = this.model.contextKey(next.trigram[i] ?? -1, next.bigram[i] ?? -1, next.p[i] ?? 0);
      const key = context * 256 + (next.pending[i] ?? 0) + 1;
      const other = best.get(key);
      if (other === undefined) best.set(key, i);
      else best.set(key, this.merge(i, other));
    }
    const rows = [...best.values()]
      .sort((a, b) => (next.score[b] ?? 0) - (next.score[a] ?? 0))
      .slice(0, BEAM);
    now.size = 0;
    for (const row of rows) {
      const to = now.append(next, row);
      if ((now.pending[to] ?? 0) >= 0) now.calm[to] = 0;
      else {
        const calm = (now.calm[to] ?? 0) + 1;
        now.calm[to] = calm;
        if (calm === 1) {
          now.alignedAt[to] = index;
          now.alignedEmission[to] = now.emission[to] ?? -1;
        }
      }
    }
  }

  private merge(a: number, b: number): number {
    const { next } = this;
    const [win, lose] = (next.score[a] ?? 0) >= (next.score[b] ?? 0) ? [a, b] : [b, a];
    const distance = (next.score[win] ?? 0) - (next.score[lose] ?? 0);
    const isSame = this.emissions.isSame(next.emission[win] ?? -1, next.emission[lose] ?? -1);
    const gap = distance + (isSame ? (next.gap[lose] ?? 0) : 0);
    next.gap[win] = Math.min(next.gap[win] ?? 0, gap);
    return win;
  }

  private isSettled(): boolean {
    const { now } = this;
    const top = now.score[0] ?? 0;
    for (let i = 0; i < now.size && (now.score[i] ?? 0) > top - HOPELESS; i++) {
      if ((now.calm[i] ?? 0) < SETTLED) return false;
    }
    return true;
  }

  private best(start: number): ShiftFix | null {
    const { now } = this;
    const rows: number[] = [];
    for (let i = 0; i < now.size; i++) {
      if ((now.pending[i] ?? 0) >= 0) continue;
      rows.push(i);
    }
    const [first] = rows;
    if (first === undefined) return null;
    const emission = now.emission[first] ?? -1;
    const other = rows.find(
      (row) => row !== first && !this.emissions.isSame(now.emission[row] ?? -1, emission),
    );
    const distance = other === undefined ? 30 : (now.score[first] ?? 0) - (now.score[other] ?? 0);
    return {
      start,
      end: now.alignedAt[first] ?? start,
      text: this.emissions.read(now.alignedEmission[first] ?? -1),
      margin: Math.min(30, distance, now.gap[first] ?? 30),
      lost: now.lost[first] ?? 0,
    };
  }
}

/** First byte that a token stands for, as far as it decides what a vanished pair may be; −1 where it has none. */
function firstByte(token: Token): number {
  if (token.kind === 'pair') return token.bytes >> 8 || 0x80;
  if (token.kind === 'ascii') return token.unit >= 0x40 ? token.unit : 0xa3;
  return -1;
}

function findMiddles(
  gbk: GbkTables,
  tables: ShiftTables,
  model: LanguageModel,
  conversion: ConversionTables,
): Uint16Array {
  const seconds = new Set([...tables.vanished.values()].flat());
  return model.units.map((unit) => {
    const pair = gbk.encode[conversion.traditional[unit] ?? unit] ?? 0;
    return seconds.has(pair >> 8) && tables.vanished.has(pair & 255) ? pair : 0;
  });
}
