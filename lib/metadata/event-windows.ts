import type { Span } from '@/lib/types';
import { dayNumber, smallNumber, toDayNumber } from './calendar.ts';
import type { DatedEvent } from './events.ts';
import { monthStart, type Window, windowOf } from './window.ts';

const LATEST = dayNumber(2099, 12, 31);

const AHEAD = /(?:迎接|喜迎|迎|即将召开的|筹备|备战)[“《]?$/;
const AHEAD_AFTER = /^(?:的)?(?:胜利召开|召开|顺利召开|前后|期间|安保|保驾护航|营造)/;
const BEHIND_AFTER =
  /^(?:的)?(?:精神|报告|以来|开局|胜利闭幕|提出|擘画|决策|部署|战略|决定|审议|作出|通过|《)/;

/** 学习贯彻, 传达学习 right before a meeting is news of it; 全面贯彻, 贯彻落实 is a formula for years. */
const STUDIED =
  /(?:传达|学习|宣讲|宣传|(?<!全面|深入|坚决)贯彻)(?:学习|宣传|领会|贯彻|落实){0,2}(?:好)?(?:中国共产党|中共|党的)?[“]?$/;
/**
 * Five years name the congress: only while it is conveyed or plainly studied it is news, not where it is carried out
 * or studied in depth (深入学习贯彻). In the evening news 27 items of November 2022 study the 20th plainly, none of a
 * later November.
 */
const CONVEYED =
  /(?:(?:传达|宣讲)(?:学习|宣传|贯彻|领会){0,3}|(?<!全面|深入|认真|持续)学习(?:宣传(?:贯彻)?|领会|贯彻)?|宣传)(?:好)?(?:中国共产党|中共|党的)?[“]?$/;
/** A campaign that is organized or carried on goes on; what it taught is praised for years. */
const ORGANIZED =
  /^[”]?(?:工作)?(?:动员|部署|推进|启动|专题民主生活会|专题组织生活会|第[一二三]批|领导小组|总结(?:大)?会|巡回指导|读书班|调研|座谈会|工作会)/;
const CARRIED_ON =
  /(?:开展|推进|抓好|做好|部署|启动|组织|推动|聚焦|结合|审议)(?:好)?(?:全[党省市县区])?(?:学习贯彻习近平|深入贯彻中央)?[“]?$/;
/** What is left of a campaign: its results, and that it became routine. */
const OVER = /^[”]?(?:成果|成效|常态化|制度化|以来|长效)/;

/** Adds the windows that follow from an event named at `[start, end)`, by the words around it where those matter. */
export function addEvent(
  text: string,
  start: number,
  end: number,
  event: DatedEvent,
  windows: Window[],
): void {
  const { kind, from, to } = event;
  const cue: Cue = { start, end, windows };
  switch (kind) {
    case 'study':
      if (!isOfAnotherTerm(text, start, event)) put(cue, from, to + 100, 1, false, 'after-study');
      return;
    case 'meeting':
    case 'yearly':
      put(cue, from, to + 100, 1, false, kind === 'yearly' ? 'after-yearly' : 'after-meeting');
      return;
    case 'wording':
      put(cue, from, to + 20, 1, false, 'wording-in-use');
      return;
    case 'first-use':
      put(cue, from, LATEST, 0, true, 'first-use');
      return;
    default:
      addByWords(text.slice(Math.max(0, start - 12), start), text.slice(end, end + 10), event, cue, text);
  }
}

/** The same, for events whose windows depend on the words around them. */
function addByWords(before: string, after: string, event: DatedEvent, cue: Cue, text: string): void {
  switch (event.kind) {
    case 'congress':
    case 'plenum':
    case 'session':
    case 'discipline':
      if (AHEAD.test(before) || AHEAD_AFTER.test(after)) {
        put(cue, event.from - 400, event.to, 1, true, 'before-event');
      } else if (
        event.kind !== 'congress' ||
        BEHIND_AFTER.test(after) ||
        text.startsWith('精神', cue.end - 2)
      ) {
        put(cue, event.from, LATEST, 0, true, 'after-event');
        if (event.kind === 'congress') addFirstYear(after, event, cue);
        addAftermath(before, event, cue);
      }
      return;
    case 'gathering':
      addGathering(before, after, event, cue);
      return;
    case 'campaign':
      addCampaign(before, after, event, cue);
      return;
    case 'plan':
      addPlan(after, event, cue);
      return;
    case 'founding':
      addAnniversary(after, event, cue);
      return;
    case 'yearly-day':
      addYearlyDay(before, event, cue);
      return;
  }
}

/** Where an event is named, and the windows that follow from it. */
interface Cue extends Span {
  readonly windows: Window[];
}

function put(
  { start, end, windows }: Cue,
  from: number,
  to: number,
  weight: number,
  hard: boolean,
  rule: string,
): void {
  windows.push(windowOf(from, to, weight, hard, start, end, rule));
}

/**
 * How long after it ended a meeting is news: an NPC session for weeks, a plenum for months, a congress longer.
 * Studied (see STUDIED), it alone tells the year to the days that follow closely.
 */
function addAftermath(before: string, event: DatedEvent, cue: Cue): void {
  const { from, to, kind } = event;
  if (kind === 'session' || kind === 'discipline') {
    put(cue, from, to + 75, 1, false, 'after-session');
    return;
  }
  if ((kind === 'congress' ? CONVEYED : STUDIED).test(before))
    put(cue, to, to + (kind === 'congress' ? 70 : 120), 0.5, false, 'studied-event');
  put(cue, from, to + (kind === 'congress' ? 500 : 150), 0.4, false, 'soon-after-event');
}

/** 十九届中央政治局第二十次集体学习: the term that the text names is not the event's. */
function isOfAnotherTerm(text: string, start: number, event: DatedEvent): boolean {
  const term = /(十[六七八九]|二十)届(?:中共)?(?:中央)?政治局[^。；\n]{0,30}$/.exec(
    text.slice(Math.max(0, start - 44), start),
  );
  return term !== null && !event.name.startsWith(`第${term[1]}届`);
}

/** Games, fairs and summits are prepared for months before they are held. */
function addGathering(before: string, after: string, event: DatedEvent, cue: Cue): void {
  if (AHEAD.test(before) || /^[^，。；\n]{0,8}(?:期间|将|安保|筹备|筹办|开幕|闭幕|保障)/.test(after))
    put(cue, event.from - 120, event.to + 20, 0.9, false, 'around-gathering');
  else put(cue, event.from - 120, event.to + 100, 0.5, false, 'gathering-named');
}

/** A campaign is opened within its first months, unless a later batch of it is. */
const OPENED = /^[”]?(?:工作)?(?:动员|部署会|启动)/;

function addCampaign(before: string, after: string, event: DatedEvent, cue: Cue): void {
  const { from, to } = event;
  if (OVER.test(after)) put(cue, from, LATEST, 0, true, 'after-campaign-began');
  if (OPENED.test(after) && !/第[二三]批/.test(before)) {
    put(cue, from, Math.min(from + 120, to + 30), 0.9, false, 'campaign-opened');
  } else if (ORGANIZED.test(after) || (CARRIED_ON.test(before) && !OVER.test(after))) {
    put(cue, from, to + 30, 0.9, false, 'during-campaign');
  } else put(cue, from, to + 90, 0.6, false, 'campaign-named');
}

function addPlan(after: string, event: DatedEvent, cue: Cue): void {
  const year = Number(event.start.slice(0, 4));
  if (/^[”]?(?:规划|时期)?(?:的)?(?:收官|最后一年|圆满收官|收官之年)/.test(after)) {
    put(cue, monthStart(year + 4, 0), monthStart(year + 5, 0) - 1, 1.5, false, 'plan-last-year');
  } else if (/^[”]?(?:规划|时期)?(?:的)?(?:开局|起步|第一年|首年)/.test(after)) {
    put(cue, monthStart(year, 0), monthStart(year + 1, 0) - 1, 1.5, false, 'plan-first-year');
  } else put(cue, monthStart(year - 2, 5), monthStart(year + 6, 0) - 1, 0.2, false, 'plan-named');
}

/** 今年是全面贯彻党的二十大精神的开局之年: the year after the congress. */
function addFirstYear(after: string, event: DatedEvent, cue: Cue): void {
  if (!/^(?:精神)?的?(?:开局之年|第一年)/.test(after)) return;
  const year = Number(event.start.slice(0, 4)) + 1;
  put(cue, monthStart(year, 0), monthStart(year + 1, 0) - 1, 1.5, false, 'first-year-after-congress');
}

/**
 * An anniversary is spoken of in its year, and most in the months before its day: each counts, so that of two years
 * in which a day lies near it the one with both wins (庆祝改革开放40周年 in December 2018, not 2017).
 */
function addAnniversary(after: string, event: DatedEvent, cue: Cue): void {
  const match = /^[^，。]{0,4}?(\d{1,3})周年/.exec(after);
  if (match === null) return;
  const founded = Number(event.start.slice(0, 4));
  const year = founded + Number(match[1]);
  const day = toDayNumber(`${year}${event.start.slice(4)}`);
  put(cue, monthStart(year, 0), monthStart(year + 1, 0) - 1, 1, false, 'anniversary-year');
  put(cue, day - 270, day + 120, 1, false, 'anniversary');
}

/** 第39个教师节: the first one was held in the year of the event. */
function addYearlyDay(before: string, event: DatedEvent, cue: Cue): void {
  const match = /第(\d{1,2}|[一二三四五六七八九十]{1,3})[个次](?:中国|全国|全民)?[“]?$/.exec(before);
  const number = match === null ? 0 : smallNumber(match[1] ?? '');
  if (number < 1) return;
  const year = Number(event.start.slice(0, 4)) + number - 1;
  put(cue, monthStart(year, 0), monthStart(year + 1, 0) - 1, 1.5, false, 'counted-yearly-day');
}
