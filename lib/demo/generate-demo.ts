import { annotate } from './annotate';
import { composeText } from './compose-text';
import { DEMO_PLACES, type DemoLevel, type DemoPlace, STOPPED } from './demo-places';
import type { Composition } from './pages';
import { Random } from './random';
import { carriersOf, monthNumber } from './slogan-use';
import type { DemoList } from './write-list';

/** The source that every document names: nothing of this may be taken for a real page. */
export const DEMO_SOURCE = '演示语料（合成）';

export interface DemoOptions {
  readonly seed: number;
  /** 2,400 unless told. */
  readonly documents?: number;
  /** First and last day, ISO; 2018-01-02 to 2023-12-29 unless told. */
  readonly from?: string;
  readonly until?: string;
}

export interface DemoTruth {
  readonly slogans: Readonly<Record<string, number>>;
  readonly lists: readonly DemoList[];
  /** Day of the event, ISO, and the code of the place, whether or not the document is given with them. */
  readonly date: string;
  readonly place: string;
  /** Days of the reports on the page; most pages hold one, and those with two are given without a date. */
  readonly reports: readonly string[];
  /** The document that this one relays word by word. */
  readonly copies?: string;
}

export interface DemoDocument {
  readonly id: string;
  readonly title: string;
  readonly url: null;
  readonly source: string;
  readonly date: string | null;
  /** GB/T 2260 code. */
  readonly place: string | null;
  readonly published: string | null;
  readonly text: string;
  readonly truth: DemoTruth;
}

const DAY = 86_400_000;
const LEVELS: readonly DemoLevel[] = ['country', 'province', 'city', 'district'];
const LEVEL_WEIGHTS = [0.05, 0.15, 0.35, 0.45];
const BY_LEVEL = LEVELS.map((level) => DEMO_PLACES.filter((place) => place.level === level));
const COPY_SHARE = 0.03;
const DAMAGED_SHARE = 0.15;
const FOLLOWED_SHARE = 0.02;

/**
 * Writes the demonstration corpus: invented reports of real places in the order of their days, with the truth about
 * each. The same options give the same documents; nothing is held in memory but the one at hand.
 */
export function* generateDemo(options: DemoOptions): Generator<DemoDocument> {
  const plan = new Plan(options);
  for (let index = 0; index < plan.documents; index++) yield plan.write(index);
}

/** What is decided about a document before a word of it is written. */
interface Draw {
  readonly place: DemoPlace;
  readonly time: number;
  readonly damaged: boolean;
  readonly random: Random;
}

interface WrittenDay {
  readonly day: string;
  readonly full: string;
  readonly hint: string;
  readonly lag: number;
}

class Plan {
  readonly documents: number;
  private readonly seed: number;
  private readonly first: number;
  private readonly days: number;
  private month = -1;
  private carriers = new Map<string, ReturnType<typeof carriersOf>>();

  constructor({ seed, documents = 2_400, from = '2018-01-02', until = '2023-12-29' }: DemoOptions) {
    this.seed = seed;
    this.documents = documents;
    this.first = Date.parse(from);
    this.days = Math.max(1, (Date.parse(until) - this.first) / DAY + 1);
    if (!Number.isFinite(this.days) || documents < 0)
      throw new RangeError('the options of the demonstration make no sense');
  }

  write(index: number): DemoDocument {
    const original = this.copied(index);
    if (original === null) return this.original(index, this.draw(index));
    const told = this.original(original, this.draw(original));
    if (told.date === null) return this.original(index, this.draw(index));
    const place = this.relay(index, told.truth.place);
    const published = iso(Date.parse(told.truth.date) + DAY);
    const truth = { ...told.truth, place: place.code, copies: told.id };
    return { ...told, id: this.id(index), date: told.truth.date, place: place.code, published, truth };
  }

  private original(index: number, draw: Draw): DemoDocument {
    const { place, random, time, damaged } = draw;
    const date = iso(time);
    const { lag, ...written } = this.writtenDay(random, date, damaged);
    const followed = !damaged && random.chance(FOLLOWED_SHARE);
    const tomorrow = iso(time + DAY);
    const carriers = this.carriersAt(place, date)
      .filter(({ chance }) => random.chance(chance))
      .map(({ carriers: from }) => random.pick(from));
    const next = followed ? inFull(tomorrow) : null;
    const composed = composeText(random, { place, ...written, next, carriers });
    const published = iso(time + lag * DAY);
    const reports = followed ? [date, tomorrow] : [date];
    const truth = { slogans: composed.slogans, lists: composed.lists, date, place: place.code, reports };
    const shared = { id: this.id(index), url: null, source: DEMO_SOURCE, truth } as const;
    if (damaged) return { ...shared, ...damage(random, composed), date: null, place: null, published: null };
    const { title, text } = composed;
    if (followed) return { ...shared, title, text, date: null, place: place.code, published: null };
    return { ...shared, title, text, date, place: place.code, published };
  }

  /**
   * The day as the text has it and in full, a sentence that tells its year where the day does not and nothing else is
   * given (not late in the year, when such a sentence may be about the next), and the days until it is published.
   */
  private writtenDay(random: Random, date: string, damaged: boolean): WrittenDay {
    const year = Number(date.slice(0, 4));
    const month = Number(date.slice(5, 7));
    const full = inFull(date);
    const short = full.slice(full.indexOf('年') + 1);
    if (damaged) {
      const early = month <= 2;
      const hint = early ? `会议听取了${year - 1}年工作情况汇报。` : `会议研究了${year}年重点工作安排。`;
      const told = month <= 10 && random.chance(0.4);
      return told ? { day: short, full, hint, lag: 0 } : { day: full, full, hint: '', lag: 0 };
    }
    const kind = random.weighted([6, 3, 1]);
    if (kind === 2) return { day: '昨日', full, hint: '', lag: 1 };
    return { day: kind === 0 ? full : short, full, hint: '', lag: random.integer(0, 2) };
  }

  private draw(index: number): Draw {
    const random = new Random(this.seed, index, 1);
    const time = this.first + Math.floor(((index + random.next()) / this.documents) * this.days) * DAY;
    const level = random.weighted(LEVEL_WEIGHTS);
    const places = BY_LEVEL[level] ?? [];
    let place = places[random.weighted(places.map((p) => p.weight))] as DemoPlace;
    if (place.code === STOPPED.place && iso(time).slice(0, 7) > STOPPED.after) place = places[0] as DemoPlace;
    return { place, time, damaged: random.chance(DAMAGED_SHARE), random };
  }

  /** Index of the document that this one relays, or null: one of the twenty before, itself no copy and not damaged. */
  private copied(index: number): number | null {
    if (!this.isCopy(index)) return null;
    const from = index - new Random(this.seed, index, 3).integer(1, 20);
    return from < 0 || this.isCopy(from) || this.draw(from).damaged ? null : from;
  }

  private isCopy(index: number): boolean {
    return new Random(this.seed, index, 2).chance(COPY_SHARE);
  }

  private relay(index: number, from: string): DemoPlace {
    const others = DEMO_PLACES.filter((p) => p.level === 'city' && p.code !== from);
    return new Random(this.seed, index, 4).pick(others);
  }

  private carriersAt(place: DemoPlace, date: string): ReturnType<typeof carriersOf> {
    const month = monthNumber(date);
    if (month !== this.month) {
      this.month = month;
      this.carriers = new Map();
    }
    const known = this.carriers.get(place.code) ?? carriersOf(place, month);
    this.carriers.set(place.code, known);
    return known;
  }

  private id(index: number): string {
    return `demo-${this.seed}-${String(index).padStart(7, '0')}`;
  }
}

/** Mirror pages convert, annotate, and in half of the cases lose the line breaks. */
function damage(random: Random, composed: Composition): { title: string; text: string } {
  const text = random.chance(0.5) ? composed.text.replaceAll('\n', ' ') : composed.text;
  return { title: annotate(random, composed.title), text: annotate(random, text) };
}

/** 2021年2月10日 for 2021-02-10. */
function inFull(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
