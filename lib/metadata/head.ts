import { listedFrom, MARK, marksOf } from '@/lib/marks';
import type { Genre, Issuer, Span, Text } from '@/lib/types';
import { matchAffixes } from './affixes.ts';
import { QUOTED_CENTRAL } from './central-quoted.ts';
import { MARKER } from './facts.ts';
import type { Gazetteer } from './gazetteer.ts';
import { isHan, issuerAfter } from './issuer-after.ts';
import type { ActorLevel, Marker } from './markers.ts';
import { createHits, type Hits, scanWords } from './scan.ts';

export interface FoundActor extends Span {
  readonly level: ActorLevel;
}

/** What the beginning of a report says about who acts and what kind of text it is. */
export interface Head extends Span {
  /** Title and first sentences start here, after 央视网消息 and its like. */
  readonly lead: number;
  readonly titleEnd: number;
  /** Names and markers in `[start, end)`; overwritten by the next call. */
  readonly hits: Hits;
  readonly central: FoundActor | null;
  /** A central body that is named, or the whole country, without acting first. */
  readonly centralNamed: FoundActor | null;
  readonly actor: FoundActor | null;
  readonly weakActor: FoundActor | null;
  /** Who a document is sent to, and the level of its sender. */
  readonly addressee: FoundActor | null;
  readonly issuer: Issuer | null;
  readonly issuerAt: number;
  readonly genre: Genre | null;
}

const HEAD = 240;
/** How far behind the title is read at first. */
const FIRST_PART = 80;
const hits = createHits(4096);

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

/** Characters after which a body named without its place is an actor of its own: no name can stand there. */
const OPEN_BEFORE = new Uint8Array(65536);
for (const open of '由经据受表当日天午在对向从报席届及月号讯') OPEN_BEFORE[open.charCodeAt(0)] = 1;
const PAUSE = 0x3001; // 、
const HEAD_OF = 0x957f; // 长, which is also long: 区长期

/** Reads the head of `span` in one pass. The result is valid until the next call. */
export function readHead(text: Text, span: Span, gazetteer: Gazetteer): Head {
  const end = Math.min(span.end, span.start + HEAD);
  const lead = Math.max(span.start, leadOf(text, span.start));
  const line = lineEnd(text, lead);
  const titleEnd = line < end ? line : Math.min(end, lead + 60);
  hits.size = 0;
  const head = new HeadReader(text, span.start, Math.min(end, titleEnd + FIRST_PART), lead, titleEnd);
  scanWords(gazetteer.index, text.units, span.start, head.end, hits);
  seeHits(head, gazetteer, 0);
  if (head.end < end && !head.knows()) {
    const seen = hits.size;
    scanWords(gazetteer.index, text.units, head.end, end, hits);
    head.end = end;
    seeHits(head, gazetteer, seen);
  }
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

function seeHits(head: HeadReader, gazetteer: Gazetteer, from: number): void {
  const { markers, markerFacts } = gazetteer;
  const { lengths } = gazetteer.index;
  const names = gazetteer.entries.length;
  const { flat, size } = hits;
  for (let i = from; i < size; i += 2) {
    const at = flat[i] as number;
    const number = flat[i + 1] as number;
    const end = at + (lengths[number] as number);
    if (number < names) head.seeName(at, end);
    else {
      const facts = markerFacts[number - names] as number;
      // Said already, or a word that says nothing.
      if (facts === 0 || (facts === MARKER.news && head.genre === 'news')) continue;
      head.see(markers[number - names] as Marker, at, end);
    }
  }
}

class HeadReader implements Head {
  central: FoundActor | null = null;
  centralNamed: FoundActor | null = null;
  actor: FoundActor | null = null;
  weakActor: FoundActor | null = null;
  addressee: FoundActor | null = null;
  issuer: Issuer | null = null;
  issuerAt = Number.MAX_SAFE_INTEGER;
  genre: Genre | null = null;
  private genreWeight = 0;
  private localSeen = false;
  readonly hits = hits;
  readonly start: number;
  end: number;
  readonly lead: number;
  readonly titleEnd: number;
  private readonly text: string;
  private readonly units: Uint16Array;

  constructor({ string, units }: Text, start: number, end: number, lead: number, titleEnd: number) {
    this.text = string;
    this.units = units;
    this.start = start;
    this.end = end;
    this.lead = lead;
    this.titleEnd = titleEnd;
  }

  /** A name with an office behind it also names the issuer. */
  seeName(at: number, end: number): void {
    if (this.addressee !== null && at < this.addressee.end) return;
    if (this.central?.end === at) this.seeBranch(end);
    const issuer = issuerAfter(this.text, this.units, end);
    if (issuer === null) return;
    if (this.issuer === null) {
      this.issuer = issuer;
      this.issuerAt = at;
    }
    this.localSeen = true;
  }

  /** The beginning already says who acts and what kind of text it is. */
  knows(): boolean {
    return this.genre !== null && (this.central !== null || (this.localSeen && this.issuer !== null));
  }

  see(marker: Marker, at: number, end: number): void {
    if (marker.genreWeight > this.genreWeight || this.isHeadline(marker, at)) {
      this.genre = marker.genre;
      this.genreWeight = marker.genreWeight;
    }
    if (marker.level === null) return;
    if (this.addressee !== null && at < this.addressee.end) return;
    if (marker.addressee) this.seeAddressee(marker.level, at, end);
    else if (marker.level === 'country') this.seeCentral(marker, at, end);
    else this.seeActor(marker, marker.level, at, end);
  }

  /** 国家税务总局|深圳|市税务局: what acts is the branch in the place. */
  private seeBranch(end: number): void {
    BRANCH.lastIndex = end;
    if (!BRANCH.test(this.text)) return;
    this.central = null;
    this.centralNamed = null;
  }

  /** A title that names a speech or a report, and a medium that opens the next line: news of it. */
  private isHeadline({ genre, word }: Marker, at: number): boolean {
    if (genre !== 'news' || (this.genre !== 'speech' && this.genre !== 'report')) return false;
    return at > this.titleEnd && at - this.titleEnd <= 8 && OPENS_NEWS.includes(word);
  }

  private seeAddressee(level: ActorLevel, at: number, end: number): void {
    if (this.addressee !== null) return;
    const colon = this.text.indexOf('：', end);
    this.addressee = { level, start: at, end: colon >= 0 && colon - at < 160 ? colon : end };
  }

  private seeCentral(marker: Marker, at: number, end: number): void {
    if (this.units[end - 1] === MINISTRY && AFTER_MINISTRY.includes(this.text.charAt(end) || '。')) return;
    const found: FoundActor = { level: 'country', start: at, end };
    if (marker.weak) {
      this.centralNamed ??= found;
      // 中华人民共和国密码法: the law of the country, whatever its text says of provinces.
      if (at === this.lead && marker.word.startsWith('中华')) this.central ??= found;
      return;
    }
    const quoted = this.isQuoted(at, end) || insideTitleMarks(this.units, at, this.lead);
    if (quoted) return;
    this.centralNamed ??= found;
    if (!this.localSeen && this.central === null && at - this.lead <= 40) this.central = found;
    this.noteIssuer(marker, at);
  }

  /** 总书记关于…的论述 is what others follow; 财政部关于…的通知 is what it issued. */
  private isQuoted(at: number, end: number): boolean {
    if (matchAffixes(QUOTED_CENTRAL, this.text, at, end) >= 0) return true;
    // 学习|习近平总书记在江苏的讲话: the verb stands before the name, of which the title is a part.
    const name = this.text.startsWith('习近平总书记', at - 3) ? at - 3 : at;
    if (name < at && matchAffixes(QUOTED_CENTRAL, this.text, name, end) >= 0) return true;
    return (
      this.text.startsWith('关于', end) &&
      (this.text.startsWith('总书记', at) || this.text.startsWith('习近平', at))
    );
  }

  private seeActor(marker: Marker, level: ActorLevel, at: number, end: number): void {
    const before = at > 0 ? (this.units[at - 1] as number) : 0;
    if (!marker.own && (before === PAUSE || (isHan(before) && OPEN_BEFORE[before] === 0))) return;
    if (this.units[end - 1] === HEAD_OF && '期年远江三'.includes(this.text.charAt(end))) return;
    const found: FoundActor = { level, start: at, end };
    if (marker.weak) this.weakActor ??= found;
    else {
      this.actor ??= found;
      this.localSeen = true;
    }
    this.noteIssuer(marker, at);
  }

  private noteIssuer(marker: Marker, at: number): void {
    if (this.issuer !== null || marker.issuer === null) return;
    this.issuer = marker.issuer;
    this.issuerAt = at;
  }
}

const BRANCH =
  /(?:[省市区县州])?(?:税务局|中心支行|分行|支行|监管局|监管分局|调查总队|调查队|海关|管理局|分局)/y;

/** 教育部门 is not 教育部. */
const AFTER_MINISTRY = '门队';
const MINISTRY = 0x90e8; // 部

/** Words with which a medium opens its own report. */
const OPENS_NEWS = ['央视网消息', '本报讯', '日报讯', '晚报讯'];

/** How long a title in 《》 is at most. */
const LONGEST_TITLE = 80;

/** Whether `at` lies inside 《…》, where what others issued is named; nothing before `floor` is looked at. */
export function insideTitleMarks(units: Uint16Array, at: number, floor: number): boolean {
  for (let i = at - 1; i >= floor && i > at - LONGEST_TITLE; i--) {
    const unit = units[i];
    if (unit === 0x300a) return true;
    if (unit === 0x300b) return false;
  }
  return false;
}
