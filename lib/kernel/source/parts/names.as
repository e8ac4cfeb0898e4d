/** What the words around the names of places in a text say about them: how much each counts for its place. */
import { insideTitleMarks, match } from './around';
import { has, unitAt } from './units';

/** Numbers a hit takes (see parts/words.as); the last of them is the code that is written here. */
const HIT: usize = 24;
const CODE: usize = 16;

// Facts of a word, as lib/metadata/facts.ts packs them.
const IS_MARKER: i32 = 1;
const SHORT: i32 = 2;
const MEDIUM: i32 = 4;
const BRAND: i32 = 8;
const NATIONAL: i32 = 16;
const EVERYDAY: i32 = 32;
const PROVINCE: i32 = 64;

// What is said of a name, as lib/metadata/name-weights.ts numbers it.
const NOT_A_PLACE: i32 = 0;
const PERSON: i32 = 1;
const NAMED_FULL: i32 = 2;
const NAMED_SHORT: i32 = 3;
const NOT_MEANT: i32 = 4;
const MEDIUM_NAME: i32 = 5;
const BRAND_NAME: i32 = 6;
const TITLE_ISSUER: i32 = 7;
const TITLE_SUBJECT: i32 = 8;
const BODY: i32 = 9;
/** From here on the rules for the words around a name. */
const RULES: i32 = 16;
/** Added where towns have to be looked at, which may say something else. */
const PERHAPS_TOWN: i32 = 64;
const PERHAPS_CONVENED: i32 = 128;

// Where in a head its numbers stand (see heads.as).
const LEAD: usize = 0;
const TITLE_END: usize = 4;
const SENT_TO: usize = 56;
const GENRE: usize = 72;
const END: usize = 84;
const NOTICE: i32 = 3;

/**
 * Writes to every hit from `hits` up to `behind` that is a name its code. `head` is as heads.as left it; `tables`: the rules for
 * the words around a name, how much each of them says (0 not the place, 1 something, 2 much), the set of
 * family names, titles of persons (two units each, then 0).
 */
export function weigh(head: usize, hits: usize, behind: usize, units: usize, n: i32, tables: usize): void {
  const sentTo = load<i32>(head + SENT_TO);
  const sentToEnd = load<i32>(head + SENT_TO, 4);
  for (let hit = hits; hit < behind; hit += HIT) {
    const facts = load<i32>(hit, 12);
    if ((facts & IS_MARKER) != 0) continue;
    const start = load<i32>(hit);
    const isAddressed = sentTo >= 0 && start >= sentTo && start < sentToEnd;
    const code = isAddressed ? NOT_A_PLACE : codeOf(head, facts, start, load<i32>(hit, 4), units, n, tables);
    store<i32>(hit + CODE, code);
  }
}

function codeOf(head: usize, facts: i32, start: i32, end: i32, units: usize, n: i32, tables: usize): i32 {
  if ((facts & MEDIUM) != 0) {
    if ((facts & NATIONAL) != 0) return NOT_A_PLACE;
    return start < load<i32>(head + END) && (facts & BRAND) == 0 ? MEDIUM_NAME : BRAND_NAME;
  }
  if ((facts & SHORT) == 0) return said(head, facts, start, end, units, n, tables);
  // 桃源|街道
  const town = end + 1 < n && unitAt(units, end) == 0x8857 && unitAt(units, end + 1) == 0x9053 ? PERHAPS_TOWN : 0;
  if (isPerson(units, start, load<usize>(tables, 8), load<usize>(tables, 12))) return town | PERSON;
  return town | said(head, facts, start, end, units, n, tables);
}

/** The code of a division. */
function said(head: usize, facts: i32, start: i32, end: i32, units: usize, n: i32, tables: usize): i32 {
  const lead = load<i32>(head + LEAD);
  const titleEnd = load<i32>(head + TITLE_END);
  const short = (facts & SHORT) != 0;
  const everyday = (facts & EVERYDAY) != 0;
  const named = short ? NAMED_SHORT : NAMED_FULL;
  const rule = match(load<usize>(tables), units, n, start, end);
  const weight = rule < 0 ? -1 : <i32>load<u8>(load<usize>(tables, 4) + rule);
  if (weight == 0) return RULES + rule;
  if (weight == 2) return insideTitleMarks(units, start, lead) ? named : RULES + rule;
  if (weight == 1 && !everyday && start > titleEnd) return RULES + rule;
  const reach = start < load<i32>(head + END) || load<i32>(head + GENRE) == NOTICE;
  if (reach && !everyday && isDepartment(units, n, end) && !insideTitleMarks(units, start, lead))
    return start - lead <= 3 ? TITLE_ISSUER : BODY;
  const convened = !short && mayConvene(units, n, start, end) ? PERHAPS_CONVENED : 0;
  if (start < titleEnd && start - lead <= 6 && !everyday)
    return convened | (short || insideTitleMarks(units, start, lead) ? TITLE_SUBJECT : TITLE_ISSUER);
  if (weight == 1 && !everyday) return convened | (RULES + rule);
  if (everyday) return convened | ((facts & PROVINCE) != 0 ? NAMED_SHORT : NOT_MEANT);
  return convened | named;
}

/** 区委书记李|安阳, 市长王|长春: a family name between an office and what looks like a place. */
function isPerson(units: usize, start: i32, families: usize, titles: usize): bool {
  if (start < 3) return false;
  if (!has(families, unitAt(units, start - 1))) return false;
  const title = load<i32>(units + ((start - 3) << 1));
  for (let at = titles; load<i32>(at) != 0; at += 4) if (load<i32>(at) == title) return true;
  return false;
}

/** 生态环境厅, 职称改革领导小组办公室: the name of a body begins right after the place. */
function isDepartment(units: usize, n: i32, end: i32): bool {
  const most = min(n, end + 16);
  for (let i = end; i < most; i++) {
    const unit = unitAt(units, i);
    // 的 ends a name
    if (unit < 0x4e00 || unit > 0x9fff || unit == 0x7684) return false;
    // 厅 局, but not 格局, 布局, 大局, nor 厅长, 局长
    if (unit == 0x5385 || unit == 0x5c40) {
      if (i <= end + 1 || (i + 1 < n && unitAt(units, i + 1) == 0x957f)) continue;
      const before = unitAt(units, i - 1);
      if (unit == 0x5385 || (before != 0x683c && before != 0x5e03 && before != 0x5927)) return true;
    }
    if (i < 3) continue;
    const third = unitAt(units, i - 2);
    const second = unitAt(units, i - 1);
    // 领导小组
    if (unit == 0x7ec4 && second == 0x5c0f && third == 0x5bfc && unitAt(units, i - 3) == 0x9886) return true;
    // 委员会, 联合会
    if (unit == 0x4f1a && ((third == 0x59d4 && second == 0x5458) || (third == 0x8054 && second == 0x5408)))
      return true;
  }
  return false;
}

/** Whether a pause or the end of a day stands before a name, and a town or street right behind it: 6月24日，|博罗县|石湾镇召开. */
function mayConvene(units: usize, n: i32, start: i32, end: i32): bool {
  if (start == 0) return false;
  const before = unitAt(units, start - 1);
  // ， 。 日 午
  if (before != 0xff0c && before != 0x3002 && before != 0x65e5 && before != 0x5348) return false;
  const most = min(n, end + 7);
  for (let i = end + 1; i < most; i++) {
    const unit = unitAt(units, i);
    // 镇 乡 街
    if (unit == 0x9547 || unit == 0x4e61 || unit == 0x8857) return true;
  }
  return false;
}
