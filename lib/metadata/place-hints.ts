import type { Evidence, Span } from '@/lib/types';
import type { Gazetteer } from './gazetteer.ts';
import type { FoundActor, Head } from './head.ts';
import { ONE_CHARACTER_NAMES } from './place-tables.ts';
import type { Votes } from './votes.ts';

/** Weak evidence of a place, for texts in which no name of a division decides. */
export interface PlaceHint {
  readonly code: string;
  readonly evidence: Evidence;
}

const STAYING = ['返', '来', '留', '在'];
const STAYED = /(?:人员|人流|返|过年|高峰|师生|企业|务工|投资|就业|重点)/y;

/** 返深, 来盘, 留泉: the character that stands for a city, at or above `level` (1 province, 2 city, 3 county). */
export function cityByCharacter(text: string, span: Span, level: number): PlaceHint | null {
  for (const [word, code] of ONE_CHARACTER_NAMES) {
    if ((code.endsWith('0000') ? 1 : 2) > level) continue;
    for (const verb of STAYING) {
      const at = text.indexOf(verb + word, span.start);
      STAYED.lastIndex = at + 2;
      if (at < 0 || at >= span.end || !STAYED.test(text)) continue;
      return { code, evidence: { start: at, end: at + 2, rule: 'one-character-name' } };
    }
  }
  return null;
}

const MOST_TOWNS = 40;
const MARKS = ['街道', '镇', '乡'];

/** The one county in which most of the streets and towns named lie; it has to lie in `within`, where that is known. */
export function countyByTowns(
  text: string,
  span: Span,
  gazetteer: Gazetteer,
  within: string | null,
): PlaceHint | null {
  const points = new Map<string, { points: number; evidence: Evidence }>();
  let seen = 0;
  for (const mark of MARKS) {
    for (let at = text.indexOf(mark, span.start); at >= 0 && at < span.end; at = text.indexOf(mark, at + 1)) {
      if (++seen > MOST_TOWNS) break;
      addTown(text, Math.max(span.start, at - 4), at, mark, gazetteer, points);
    }
  }
  let best: PlaceHint | null = null;
  let most = 0.6;
  for (const [code, { points: sum, evidence }] of points) {
    if (within !== null && !gazetteer.ancestors(code).includes(within)) continue;
    if (sum > most) {
      best = { code, evidence };
      most = sum;
    } else if (sum === most) best = null;
  }
  return best;
}

/** The longest name before the mark that is one; a name that several counties have counts less for each. */
function addTown(
  text: string,
  from: number,
  at: number,
  mark: string,
  gazetteer: Gazetteer,
  points: Map<string, { points: number; evidence: Evidence }>,
): void {
  for (let start = from; start < at - (mark.length === 1 ? 0 : 1); start++) {
    const counties = gazetteer.countiesOfTown(text.slice(start, at) + mark);
    if (counties.length === 0) continue;
    for (const code of counties) {
      const evidence = points.get(code)?.evidence ?? { start, end: at + mark.length, rule: 'town' };
      const name = gazetteer.byCode(code)?.name ?? '';
      // 南山区|桃源街道: the county that has it stands before it.
      const share = name !== '' && text.endsWith(name, start) ? 1 : 1 / counties.length;
      points.set(code, { points: (points.get(code)?.points ?? 0) + share, evidence });
    }
    return;
  }
}

/** 在…镇召开 is where others meet. */
const TOWN_BODY = /(?:街道|镇|乡)(?:党工委|党委|办事处|人民政府|政府|(?<!在[一-龥]{1,12})召开)/;

/** How far from the first word a town that opens the text is named, with a day before it. */
const OPENING = 24;

/** 桃源街道召开安全生产会议: further on, where nothing says what kind of text it is, towns are places of a story. */
export function opensWithTown(text: string, head: Head): boolean {
  return TOWN_BODY.test(text.slice(head.lead, Math.min(head.end, head.lead + OPENING)));
}

/** 坂田街道党工委, 周庄镇党委: a body below the county acts. */
export function actsForTown(text: string, head: Head): boolean {
  return TOWN_BODY.test(text.slice(head.start, head.end));
}

/** 省委在广州召开: a province meets in its capital; other cities, and capitals in other sentences, do not count. */
export function heldInCapital(text: string, votes: Votes, { level, end }: FoundActor): PlaceHint | null {
  if (level !== 'province') return null;
  for (let vote = 0; vote < votes.count; vote++) {
    const code = votes.codeOf(vote);
    if (!code.endsWith('0100')) continue;
    for (const place of votes.evidenceOf(vote)) {
      if (place.start < end || !/^[^。；\n]{0,20}在$/.test(text.slice(end, place.start))) continue;
      if (!/^市?(?:召开|举行|开幕|闭幕)/.test(text.slice(place.end, place.end + 3))) continue;
      return { code: `${code.slice(0, 2)}0000`, evidence: { ...place, rule: 'held-in-capital' } };
    }
  }
  return null;
}
