import { read } from '@/lib/kernel/heads';
import { keep, Numbers } from '@/lib/kernel/memory';
import { addressOf, roomFor } from '@/lib/kernel/room';
import { listedFrom, MARK, marksOf } from '@/lib/marks';
import type { Genre, Issuer, Span, Text } from '@/lib/types';
import { QUOTED_CENTRAL } from './central-quoted.ts';
import { GENRES, ISSUERS, LEVELS } from './facts.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { ActorLevel } from './markers.ts';
import { NAME_TABLES } from './name-tables.ts';
import { OFFICE_TABLES } from './offices.ts';
import { createHits, type Hits } from './scan.ts';

export interface FoundActor extends Span {
  readonly level: ActorLevel;
}

/** What the beginning of a report says about who acts and what kind of text it is; overwritten by the next call. */
export interface Head extends Span {
  /** Title and first sentences start here, after 央视网消息 and its like. */
  readonly lead: number;
  readonly titleEnd: number;
  /** Names and markers in `[start, end)`. */
  readonly hits: Hits;
  readonly central: FoundActor | null;
  /** A central body that is named, or the whole country, without acting first. */
  readonly centralNamed: FoundActor | null;
  readonly actor: FoundActor | null;
  readonly weakActor: FoundActor | null;
  /** Who a document is sent to, and the level of its sender. */
  readonly addressee: FoundActor | null;
  readonly issuer: Issuer | null;
  readonly genre: Genre | null;
  /** How many of the hits were weighed (see name-weights), -1 for none. */
  readonly weighed: number;
  /** Where the kernel has it. */
  readonly address: number;
}

const HEAD = 240;

/** What stands before the title and the first sentence. */
const PREFIX =
  /[\s　—-]*(?:【[^】\n]{1,12}】)?(?:央视网消息(?:[（(]新闻联播[）)])?[：:]?|本报讯[\s　]*)?[\s　]*/y;
/** How a text begins that has a prefix: most begin with 央, with a space, or with none of these. */
const OPENS_PREFIX = new Uint8Array(65536);
for (const c of ' \t\n\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff—-【央本')
  OPENS_PREFIX[c.charCodeAt(0)] = 1;
for (let unit = 0x2000; unit <= 0x200a; unit++) OPENS_PREFIX[unit] = 1;

/** Where what a text says begins, after 央视网消息 and its like. */
function leadOf({ string, units }: Text, start: number): number {
  if (start >= string.length || OPENS_PREFIX[units[start] as number] === 0) return start;
  PREFIX.lastIndex = start;
  PREFIX.test(string);
  return PREFIX.lastIndex;
}

/** Where numbers of a head stand, of bodies that act the first (start, end, level), as in source/heads.as. */
const AT = {
  lead: 0,
  titleEnd: 1,
  central: 2,
  centralNamed: 5,
  actor: 8,
  weakActor: 11,
  addressee: 14,
  issuer: 17,
  genre: 18,
  end: 21,
  start: 22,
  weighed: 23,
  size: 24,
} as const;
const TABLES = keep(Int32Array.from([QUOTED_CENTRAL, ...OFFICE_TABLES]));

/** What a head says, in objects that are made once. */
class LastHead implements Head {
  start = 0;
  end = 0;
  lead = 0;
  titleEnd = 0;
  readonly hits = createHits(4096);
  central: FoundActor | null = null;
  centralNamed: FoundActor | null = null;
  actor: FoundActor | null = null;
  weakActor: FoundActor | null = null;
  addressee: FoundActor | null = null;
  issuer: Issuer | null = null;
  genre: Genre | null = null;
  weighed = -1;
  private readonly numbers = new Numbers(AT.size);
  readonly address = this.numbers.address;
  private readonly ownCentral = newActor();
  private readonly ownCentralNamed = newActor();
  private readonly ownActor = newActor();
  private readonly ownWeakActor = newActor();
  private readonly ownAddressee = newActor();

  /** Tells the kernel which part of a text to read, up to `most`. */
  begin(start: number, lead: number, titleEnd: number, most: number): void {
    const numbers = this.numbers.read();
    numbers[AT.start] = this.start = start;
    numbers[AT.lead] = this.lead = lead;
    numbers[AT.titleEnd] = this.titleEnd = titleEnd;
    numbers[AT.end] = most;
  }

  /** Takes over what the kernel has found. */
  settle(): void {
    const numbers = this.numbers.read();
    this.end = numbers[AT.end] as number;
    this.weighed = numbers[AT.weighed] as number;
    this.central = readActor(numbers, AT.central, this.ownCentral);
    this.centralNamed = readActor(numbers, AT.centralNamed, this.ownCentralNamed);
    this.actor = readActor(numbers, AT.actor, this.ownActor);
    this.weakActor = readActor(numbers, AT.weakActor, this.ownWeakActor);
    this.addressee = readActor(numbers, AT.addressee, this.ownAddressee);
    this.issuer = ISSUERS[numbers[AT.issuer] as number] as Issuer | null;
    this.genre = GENRES[numbers[AT.genre] as number] as Genre | null;
  }
}

interface Actor {
  start: number;
  end: number;
  level: ActorLevel;
}

function newActor(): Actor {
  return { start: 0, end: 0, level: 'country' };
}

function readActor(numbers: Int32Array, at: number, into: Actor): FoundActor | null {
  const start = numbers[at] as number;
  if (start < 0) return null;
  into.start = start;
  into.end = numbers[at + 1] as number;
  into.level = LEVELS[numbers[at + 2] as number] as ActorLevel;
  return into;
}

const head = new LastHead();

/** Reads the head of `span`. The result is valid until the next call. */
export function readHead(text: Text, span: Span, { index }: Gazetteer): Head {
  const { hits, address } = head;
  const most = Math.min(span.end, span.start + HEAD);
  const lead = Math.max(span.start, leadOf(text, span.start));
  const line = lineEnd(text, lead);
  head.begin(span.start, lead, line < most ? line : Math.min(most, lead + 60), most);
  const { candidates, located } = roomFor(HEAD);
  hits.count = read(
    address,
    hits.numbers.address,
    hits.capacity,
    index.address,
    addressOf(text.units),
    text.string.length,
    candidates,
    located,
    TABLES,
    NAME_TABLES,
  );
  head.settle();
  return head;
}

/** The end of the line that `from` stands in. */
function lineEnd(text: Text, from: number): number {
  const { newline } = MARK;
  const marks = marksOf(text);
  const { at, bits, placed, placedCount } = marks;
  for (let p = listedFrom(marks, placed, placedCount, from); p < placedCount; p++) {
    const m = placed[p] as number;
    if (((bits[m] as number) & newline) !== 0) return at[m] as number;
  }
  return text.string.length;
}
