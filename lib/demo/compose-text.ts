import { inventOfficial } from './demo-people';
import type { DemoPlace } from './demo-places';
import { CLOSINGS, FRAMES, LIST_LEADS } from './demo-sentences';
import { Pages } from './pages';
import type { Random } from './random';
import type { DemoList } from './write-list';

export interface Composition {
  readonly title: string;
  readonly text: string;
  readonly slogans: Readonly<Record<string, number>>;
  readonly lists: readonly DemoList[];
}

/** What a document is to say: when (as written), where, and the carriers of slogans, marked with 「 」. */
export interface Brief {
  readonly place: DemoPlace;
  readonly day: string;
  readonly carriers: readonly string[];
}

/** Writes one document of three to nine paragraphs, a meeting, a notice or news, and says what it holds. */
export function composeText(random: Random, brief: Brief): Composition {
  const pages = new Pages(random, brief.place);
  const kind = random.weighted([6, 2, 2]);
  if (kind === 0) writeMeeting(pages, random, brief);
  else if (kind === 1) writeNotice(pages, random, brief);
  else writeNews(pages, random, brief);
  return pages.finish();
}

function writeMeeting(pages: Pages, random: Random, { place, day, carriers }: Brief): void {
  const host = inventOfficial(random, place.level, place.word);
  pages.title = `${pages.short}召开${pages.task}工作会议`;
  const opening = `${day}，${pages.long}召开会议，研究部署${pages.task}。${host.office}${host.name}主持会议并讲话。`;
  pages.paragraph(opening, ...pages.told(random.integer(2, 4)));
  deal(carriers, random.integer(2, 4)).forEach((group, i) => {
    const frame = i > 0 && random.chance(0.3) ? `${host.name}强调，` : random.pick(FRAMES);
    pages.paragraph(frame, ...random.shuffle([...group, ...pages.spoken(random.integer(4, 7))]));
  });
  if (random.chance(0.6)) pages.list(random.pick(LIST_LEADS), random.chance(0.5));
  if (random.chance(0.7)) pages.paragraph(...pages.told(random.integer(2, 4)));
  pages.paragraph(random.pick(CLOSINGS));
}

function writeNotice(pages: Pages, random: Random, { place, day, carriers }: Brief): void {
  const issuer = place.level === 'country' ? '国务院办公厅' : `${pages.long}人民政府办公室`;
  pages.title = `${issuer}关于做好${pages.task}的通知`;
  pages.paragraph('各有关单位：');
  pages.paragraph(...pages.told(2), ...carriers, `现将${pages.task}的有关事项通知如下：`);
  pages.sections(random.integer(2, 4), random.chance(0.5));
  pages.paragraph(issuer);
  pages.paragraph(day);
}

function writeNews(pages: Pages, random: Random, { place, day, carriers }: Brief): void {
  const host = inventOfficial(random, place.level, place.word);
  pages.title = `${pages.short}${host.office}${host.name}调研${pages.task}`;
  const opening = `${day}，${pages.long}${host.office}${host.name}到基层调研${pages.task}。`;
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
