import { inventOfficial, officeOf } from './demo-people';
import type { DemoPlace } from './demo-places';
import { CLOSINGS, FRAMES, LIST_LEADS } from './demo-sentences';
import { type Composition, Pages } from './pages';
import type { Random } from './random';

/** What a document is to say: when (as written), where, and the carriers of slogans, marked with 「 」. */
export interface Brief {
  readonly place: DemoPlace;
  readonly day: string;
  /** The day in full, for documents that always give it. */
  readonly full: string;
  /** A sentence for a meeting's report that tells the year; may be empty. */
  readonly hint: string;
  /** The day, in full, of a second meeting reported on the same page; null where there is none. */
  readonly next: string | null;
  readonly carriers: readonly string[];
}

/** Writes one document of three to nine paragraphs, a meeting, a notice or news, and says what it holds. */
export function composeText(random: Random, brief: Brief): Composition {
  const pages = new Pages(random, brief.place);
  const kind = random.weighted(brief.place.level === 'country' ? [6, 2, 0] : [6, 2, 2]);
  if (brief.next !== null) writeTwoMeetings(pages, random, brief, brief.next);
  else if (kind === 0) writeMeeting(pages, random, brief);
  else if (kind === 1) writeNotice(pages, random, brief);
  else writeNews(pages, random, brief);
  return pages.finish();
}

function writeMeeting(pages: Pages, random: Random, { place, day, hint, carriers }: Brief): void {
  const host = inventOfficial(random, place.level, place.word);
  pages.title = `${pages.short}召开${pages.task}工作会议`;
  const opening = `${day}，${pages.long}召开${pages.task}工作会议，研究部署有关事项。${host.office}${host.name}主持会议并讲话。`;
  pages.paragraph(opening, hint, ...pages.told(random.integer(2, 4)));
  deal(carriers, random.integer(2, 4)).forEach((group, i) => {
    const frame = i > 0 && random.chance(0.3) ? `${host.name}强调，` : random.pick(FRAMES);
    pages.paragraph(frame, ...random.shuffle([...group, ...pages.spoken(random.integer(4, 7))]));
  });
  if (random.chance(0.6)) pages.list(random.pick(LIST_LEADS), random.chance(0.5));
  if (random.chance(0.7)) pages.paragraph(...pages.told(random.integer(2, 4)));
  pages.paragraph(random.pick(CLOSINGS));
}

function writeTwoMeetings(pages: Pages, random: Random, brief: Brief, next: string): void {
  const half = Math.ceil(brief.carriers.length / 2);
  writeMeeting(pages, random, { ...brief, day: brief.full, carriers: brief.carriers.slice(0, half) });
  const { title } = pages;
  pages.turn();
  pages.paragraph(`${pages.short}召开${pages.task}推进会议`);
  writeMeeting(pages, random, { ...brief, day: next, carriers: brief.carriers.slice(half) });
  pages.title = title;
}

function writeNotice(pages: Pages, random: Random, { place, full, carriers }: Brief): void {
  const issuer = place.level === 'country' ? '国务院办公厅' : `${pages.long}人民政府办公室`;
  pages.title = `${issuer}关于做好${pages.task}的通知`;
  pages.paragraph('各有关单位：');
  pages.paragraph(...pages.told(2), ...carriers, `现将${pages.task}的有关事项通知如下：`);
  pages.sections(random.integer(2, 4), random.chance(0.5));
  pages.paragraph(issuer);
  pages.paragraph(full);
}

function writeNews(pages: Pages, random: Random, { place, day, full, hint, carriers }: Brief): void {
  const host = inventOfficial(random, place.level, place.word);
  pages.title = `${officeOf(pages.short, host.office)}${host.name}调研${pages.task}`;
  const opening = `${hint === '' ? day : full}，${officeOf(pages.long, host.office)}${host.name}到基层调研${pages.task}。`;
  pages.paragraph(opening, ...pages.told(random.integer(2, 4)));
  for (const group of deal(carriers, 2)) {
    pages.paragraph(
      `${host.name}指出，`,
      ...random.shuffle([...group, ...pages.spoken(random.integer(5, 8))]),
    );
    if (random.chance(0.5)) pages.paragraph(...pages.told(random.integer(2, 4)));
  }
  if (random.chance(0.3)) pages.list(`${host.name}要求，要做好下列工作：`, true);
  pages.paragraph(...pages.told(random.integer(2, 4)));
}

/** Deals carriers out to so many paragraphs. */
function deal(carriers: readonly string[], groups: number): string[][] {
  const out: string[][] = Array.from({ length: groups }, () => []);
  carriers.forEach((carrier, i) => {
    out[i % groups]?.push(carrier);
  });
  return out;
}
