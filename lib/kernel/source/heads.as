/** Who acts in the head of a text, who issued it and what kind of text it is, by the names and markers that stand there. */
import { insideTitleMarks, match } from './parts/around';
import { weigh } from './parts/names';
import { has, unitAt } from './parts/units';
import { find } from './parts/words';

/** Numbers a hit takes (see parts/words.as): start, end, number, facts; then what parts/names.as adds. */
const HIT: usize = 24;

// Facts of a word, as lib/metadata/facts.ts packs them.
const IS_MARKER: i32 = 1;
const WEAK: i32 = 1 << 4;
const OWN: i32 = 1 << 5;
const ADDRESSEE: i32 = 1 << 6;
const OPENS_NEWS: i32 = 1 << 17;
const NAMES_COUNTRY: i32 = 1 << 18;
const COUNTRY: i32 = 1;
const REPORT: i32 = 2;
const NEWS: i32 = 4;
const SPEECH: i32 = 5;
const PARTY: i32 = 1;
const DEPARTMENT: i32 = 5;

// Where in a head its numbers stand; of every body that acts start, end and level, the start -1 where there is none.
const LEAD: usize = 0;
const TITLE_END: usize = 4;
const CENTRAL: usize = 8;
const CENTRAL_NAMED: usize = 20;
const ACTOR: usize = 32;
const WEAK_ACTOR: usize = 44;
const SENT_TO: usize = 56;
const ISSUER: usize = 68;
const GENRE: usize = 72;
const GENRE_WEIGHT: usize = 76;
const LOCAL_SEEN: usize = 80;
const END: usize = 84;
const START: usize = 88;
const WEIGHED: usize = 92;

/** How far behind the title is read at first. */
const FIRST_PART: i32 = 80;

/**
 * Reads the head of a text: its words into `hits`, of which there are at most `most`, and who acts by them; further on only
 * where the first part does not say enough. Names of places are weighed (see parts/names.as) where no central body leads. `head` has
 * its lead, the end of its title, where to begin and where to end at most; `index`, `candidates` and `located` as in parts/words.as.
 * `tables`: words around the name of a central body that make it the one who is quoted, offices, branches, sets of the units
 * after which a body without a place is an actor of its own, and of those with which 长 is no office. Returns the number of hits.
 */
export function read(
  head: usize,
  hits: usize,
  most: i32,
  index: usize,
  units: usize,
  n: i32,
  candidates: usize,
  located: usize,
  tables: usize,
  names: usize,
): i32 {
  begin(head);
  const end = load<i32>(head + END);
  const first = min(end, load<i32>(head + TITLE_END) + FIRST_PART);
  let count = find(index, units, load<i32>(head + START), first, candidates, located, hits, 0, most);
  store<i32>(head + END, first);
  if (!see(head, hits, hits + <usize>count * HIT, units, n, tables) && first < end) {
    const seen = <usize>count * HIT;
    count = find(index, units, first, end, candidates, located, hits, count, most);
    store<i32>(head + END, end);
    see(head, hits + seen, hits + <usize>count * HIT, units, n, tables);
  }
  const weighed = !leads(head);
  if (weighed) weigh(head, hits, hits + <usize>count * HIT, units, n, names);
  store<i32>(head + WEIGHED, weighed ? count : -1);
  return count;
}

/** Nothing was seen yet. */
function begin(head: usize): void {
  memory.fill(head + CENTRAL, 0, END - CENTRAL);
  store<i32>(head + CENTRAL, -1);
  store<i32>(head + CENTRAL_NAMED, -1);
  store<i32>(head + ACTOR, -1);
  store<i32>(head + WEAK_ACTOR, -1);
  store<i32>(head + SENT_TO, -1);
}

/** A central body right at the beginning, or where nobody else acts. */
function leads(head: usize): bool {
  const central = load<i32>(head + CENTRAL);
  return central >= 0 && (central - load<i32>(head + LEAD) <= 4 || load<i32>(head + ACTOR) < 0);
}

/** Reads hits; returns whether the head now says who acts and what kind of text it is. */
function see(head: usize, hits: usize, behind: usize, units: usize, n: i32, tables: usize): bool {
  for (let hit = hits; hit < behind; hit += HIT) {
    const at = load<i32>(hit);
    const end = load<i32>(hit, 4);
    const facts = load<i32>(hit, 12);
    if ((facts & IS_MARKER) == 0) seeName(head, at, end, units, n, tables);
    else if (facts != IS_MARKER) seeMarker(head, facts, at, end, units, n, tables);
  }
  if (load<i32>(head + GENRE) == 0) return false;
  return load<i32>(head + CENTRAL) >= 0 || (load<i32>(head + LOCAL_SEEN) != 0 && load<i32>(head + ISSUER) != 0);
}

/** Whether a position lies in the list of those that a document is sent to. */
function isSentTo(head: usize, at: i32): bool {
  return load<i32>(head + SENT_TO) >= 0 && at < load<i32>(head + SENT_TO, 4);
}

/** Puts a body that acts where none stands yet. */
function put(actor: usize, at: i32, end: i32, level: i32): void {
  if (load<i32>(actor) >= 0) return;
  store<i32>(actor, at);
  store<i32>(actor, end, 4);
  store<i32>(actor, level, 8);
}

function noteIssuer(head: usize, issuer: i32): void {
  if (load<i32>(head + ISSUER) == 0) store<i32>(head + ISSUER, issuer);
}

/** A name with an office behind it also names the issuer. */
function seeName(head: usize, at: i32, end: i32, units: usize, n: i32, tables: usize): void {
  if (isSentTo(head, at)) return;
  if (load<i32>(head + CENTRAL) >= 0 && load<i32>(head + CENTRAL, 4) == at) {
    // 国家税务总局|深圳|市税务局: what acts is the branch in the place.
    const body = isLevel(unitAt(units, end)) ? end + 1 : end;
    if (valueAt(load<usize>(tables, 8), units, n, body) >= 0) {
      store<i32>(head + CENTRAL, -1);
      store<i32>(head + CENTRAL_NAMED, -1);
    }
  }
  if (load<i32>(head + ISSUER) != 0 && load<i32>(head + LOCAL_SEEN) != 0) return;
  const issuer = issuerAfter(units, n, end, load<usize>(tables, 4));
  if (issuer == 0) return;
  noteIssuer(head, issuer);
  store<i32>(head + LOCAL_SEEN, 1);
}

function seeMarker(head: usize, facts: i32, at: i32, end: i32, units: usize, n: i32, tables: usize): void {
  const weight = (facts >>> 13) & 15;
  if (weight > load<i32>(head + GENRE_WEIGHT) || isHeadline(head, facts, at)) {
    store<i32>(head + GENRE, (facts >>> 10) & 7);
    store<i32>(head + GENRE_WEIGHT, weight);
  }
  const level = (facts >>> 1) & 7;
  if (level == 0 || isSentTo(head, at)) return;
  if ((facts & ADDRESSEE) != 0) {
    if (load<i32>(head + SENT_TO) < 0) put(head + SENT_TO, at, endOfAddress(units, n, at, end), level);
  } else if (level == COUNTRY) seeCentral(head, facts, at, end, units, n, load<usize>(tables));
  else seeActor(head, facts, level, at, end, units, n, tables);
}

/** A title that names a speech or a report, and a medium that opens the next line: news of it. */
function isHeadline(head: usize, facts: i32, at: i32): bool {
  const genre = load<i32>(head + GENRE);
  if (((facts >>> 10) & 7) != NEWS || (genre != SPEECH && genre != REPORT)) return false;
  const titleEnd = load<i32>(head + TITLE_END);
  return at > titleEnd && at - titleEnd <= 8 && (facts & OPENS_NEWS) != 0;
}

/** 各市人民政府，…： up to the colon, where one stands near. */
function endOfAddress(units: usize, n: i32, at: i32, end: i32): i32 {
  for (let i = end; i < n && i - at < 160; i++) if (unitAt(units, i) == 0xff1a) return i;
  return end;
}

function seeCentral(head: usize, facts: i32, at: i32, end: i32, units: usize, n: i32, quoted: usize): void {
  // 教育部门, 教育部队 are not 教育部.
  const behind = end < n ? unitAt(units, end) : 0;
  if (unitAt(units, end - 1) == 0x90e8 && (behind == 0x95e8 || behind == 0x961f)) return;
  const lead = load<i32>(head + LEAD);
  if ((facts & WEAK) != 0) {
    put(head + CENTRAL_NAMED, at, end, COUNTRY);
    // 中华人民共和国密码法: the law of the country, whatever its text says of provinces.
    if (at == lead && (facts & NAMES_COUNTRY) != 0) put(head + CENTRAL, at, end, COUNTRY);
    return;
  }
  if (isQuoted(units, n, at, end, quoted) || insideTitleMarks(units, at, lead)) return;
  put(head + CENTRAL_NAMED, at, end, COUNTRY);
  if (load<i32>(head + LOCAL_SEEN) == 0 && at - lead <= 40) put(head + CENTRAL, at, end, COUNTRY);
  noteIssuer(head, (facts >>> 7) & 7);
}

/** 总书记关于…的论述 is what others follow; 财政部关于…的通知 is what it issued. */
function isQuoted(units: usize, n: i32, at: i32, end: i32, quoted: usize): bool {
  if (match(quoted, units, n, at, end) >= 0) return true;
  const isTitle = isSecretary(units, at);
  // 学习|习近平总书记在江苏的讲话: the verb stands before the name, of which the title is a part.
  if (isTitle && at >= 3 && isLeader(units, at - 3) && match(quoted, units, n, at - 3, end) >= 0) return true;
  return (isTitle || isLeader(units, at)) && end + 1 < n && isPair(units, end, 0x5173, 0x4e8e); // 关于
}

/** 总书记 */
function isSecretary(units: usize, at: i32): bool {
  return unitAt(units, at) == 0x603b && isPair(units, at + 1, 0x4e66, 0x8bb0);
}

/** 习近平 */
function isLeader(units: usize, at: i32): bool {
  return unitAt(units, at) == 0x4e60 && isPair(units, at + 1, 0x8fd1, 0x5e73);
}

function seeActor(
  head: usize,
  facts: i32,
  level: i32,
  at: i32,
  end: i32,
  units: usize,
  n: i32,
  tables: usize,
): void {
  if ((facts & OWN) == 0 && at > 0) {
    const before = unitAt(units, at - 1);
    // 、, or a character that may end a name
    if (before == 0x3001 || (isCommonHan(before) && !has(load<usize>(tables, 12), before))) return;
  }
  // 区长期, 市长年, 省长远, 县长江, 市长三角
  if (unitAt(units, end - 1) == 0x957f && (end >= n || has(load<usize>(tables, 16), unitAt(units, end)))) return;
  if ((facts & WEAK) != 0) put(head + WEAK_ACTOR, at, end, level);
  else {
    put(head + ACTOR, at, end, level);
    store<i32>(head + LOCAL_SEEN, 1);
  }
  noteIssuer(head, (facts >>> 7) & 7);
}

/** The kind of body whose name follows that of its place: 深圳|市委, 河北省|教育厅; 0 for none. */
function issuerAfter(units: usize, n: i32, end: i32, offices: usize): i32 {
  const most = min(n, end + 15);
  if (end >= most || !isCommonHan(unitAt(units, end))) return 0;
  const body = isLevel(unitAt(units, end)) ? end + 1 : end;
  const at = behindTerm(units, n, body);
  if (at < most) {
    const issuer = valueAt(offices, units, n, at);
    // 泉州市第十七届|委员会, but 区委员
    if (issuer == PARTY && isPair(units, at, 0x59d4, 0x5458))
      return at > body && unitAt(units, at + 2) == 0x4f1a ? PARTY : DEPARTMENT;
    if (issuer > 0) return issuer;
  }
  for (let i = at; i < most && i < at + 14; i++) {
    const unit = unitAt(units, i);
    if (!isCommonHan(unit)) return 0;
    // 厅 局
    if (i > at + 1 && (unit == 0x5385 || unit == 0x5c40)) return DEPARTMENT;
  }
  return 0;
}

/** Behind 第十七届, where that stands: 泉州市|第十七届|人民代表大会. */
function behindTerm(units: usize, n: i32, at: i32): i32 {
  if (at >= n || unitAt(units, at) != 0x7b2c) return at;
  for (let i = at + 1; i < n && i < at + 7; i++) if (unitAt(units, i) == 0x5c4a) return i + 1;
  return at;
}

/** The value of the first word of a list (length, value, units; then 0) that stands at a position; -1 for none. */
function valueAt(list: usize, units: usize, n: i32, at: i32): i32 {
  let word = list;
  for (let length = <i32>load<u16>(word); length != 0; length = <i32>load<u16>(word)) {
    let same = 0;
    while (same < length && at + same < n && unitAt(word + 4, same) == unitAt(units, at + same)) same++;
    if (same == length) return <i32>load<u16>(word, 2);
    word += 4 + (length << 1);
  }
  return -1;
}

function isPair(units: usize, at: i32, first: i32, second: i32): bool {
  return unitAt(units, at) == first && unitAt(units, at + 1) == second;
}

function isCommonHan(unit: i32): bool {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** 省 市 区 县 州 */
function isLevel(unit: i32): bool {
  return unit == 0x7701 || unit == 0x5e02 || unit == 0x533a || unit == 0x53bf || unit == 0x5dde;
}
