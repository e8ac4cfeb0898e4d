import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { type Events, loadEvents } from '@/lib/metadata/events';
import { type Gazetteer, loadGazetteer, placeByName } from '@/lib/metadata/gazetteer';
import { findMetadata, type GivenMetadata } from '@/lib/metadata/metadata';
import { splitReports } from '@/lib/text/reports';
import { restore } from '@/lib/text/restore';
import { loadTextTables, type TextTables } from '@/lib/text/tables';
import type { Report, Span, Text } from '@/lib/types';
import { hasShared, ROOT, SHARED } from './shared-files';

const NOTHING: GivenMetadata = {
  date: null,
  place: null,
  published: null,
  title: null,
  url: null,
  source: null,
};

const rowShape = z.object({
  id: z.string(),
  title: z.string().nullish(),
  date: z.string().nullish(),
  place: z.string().nullish(),
  text: z.string(),
});
type Row = z.infer<typeof rowShape>;

const goldShape = z.object({
  documents: z.array(
    z.object({
      file: z.string(),
      place: z.object({ code: z.string() }),
      date: z.object({ value: z.string(), accept: z.array(z.string()).optional() }),
      segments: z.array(z.object({ date: z.string(), starts: z.string() })).optional(),
    }),
  ),
});

interface Stage {
  readonly gazetteer: Gazetteer;
  readonly events: Events;
  readonly tables: TextTables;
  readonly showMisses: boolean;
}

/** Measures date, place and the splitting of pages against hand-read truth, and the speed of the stage. */
export function evaluateMetadata(showMisses: boolean): void {
  const corpora = ['gwr_provincial', 'hebei_gov', 'xwlb'].map((name) => `corpus/${name}.jsonl.gz`);
  if (!hasShared('metadata', ['seeds', 'gold/seeds.json', ...corpora])) return;
  const data = join(ROOT, 'data');
  const stage: Stage = {
    gazetteer: loadGazetteer(data),
    events: loadEvents(data),
    tables: loadTextTables(data),
    showMisses,
  };
  evaluateSeeds(stage);
  evaluateProvincial(stage);
  evaluateHebei(stage);
  const news = readCorpus('xwlb');
  evaluateLabelled('labelled first', 'place-and-date.tsv', news, stage);
  evaluateLabelled('second sample', 'place-and-date-second.tsv', news, stage);
  evaluateNews(news, stage);
  measureSpeed(news, stage);
}

function readCorpus(name: string): Row[] {
  const lines = gunzipSync(readFileSync(join(SHARED, 'corpus', `${name}.jsonl.gz`)))
    .toString('utf8')
    .split('\n');
  return lines.filter((line) => line !== '').map((line) => rowShape.parse(JSON.parse(line)));
}

function reportsOf(original: string, { gazetteer, events, tables }: Stage, given = NOTHING): Report[] {
  const { text, paragraphs, repairs } = restore(original, tables);
  const spans = splitReports(text, paragraphs);
  return findMetadata(text, paragraphs, spans, given, gazetteer, events, repairs).reports;
}

function say(name: string, right: number, total: number): void {
  console.log(`${name.padEnd(28)} ${right}/${total}  ${((100 * right) / Math.max(total, 1)).toFixed(1)} %`);
}

function miss(stage: Stage, ...parts: readonly unknown[]): void {
  if (stage.showMisses) console.log('  miss', ...parts);
}

function evaluateSeeds(stage: Stage): void {
  const gold = goldShape.parse(JSON.parse(readFileSync(join(SHARED, 'gold', 'seeds.json'), 'utf8')));
  let [place, date, split] = [0, 0, 0];
  for (const seed of gold.documents) {
    const reports = reportsOf(readFileSync(join(SHARED, 'seeds', seed.file), 'utf8'), stage);
    const [first] = reports;
    if (first?.place?.code === seed.place.code) place++;
    else miss(stage, seed.file, 'place', first?.place?.code);
    if ([seed.date.value, ...(seed.date.accept ?? [])].includes(first?.date?.value ?? '')) date++;
    else miss(stage, seed.file, 'date', first?.date?.value);
    const wanted = seed.segments?.map((each) => each.date) ?? [first?.date?.value];
    if (reports.length === wanted.length && reports.every((r, i) => r.date?.value === wanted[i])) split++;
    else
      miss(
        stage,
        seed.file,
        'reports',
        reports.map((r) => r.date?.value),
      );
  }
  say('seeds: place', place, gold.documents.length);
  say('seeds: date', date, gold.documents.length);
  say('seeds: reports', split, gold.documents.length);
}

function evaluateProvincial(stage: Stage): void {
  const rows = readCorpus('gwr_provincial');
  let [place, date, stated] = [0, 0, 0];
  for (const row of rows) {
    const [first] = reportsOf(row.text, stage);
    if (first?.place?.code === placeByName(stage.gazetteer, row.place ?? '')?.code) place++;
    else miss(stage, row.id, 'place', first?.place?.code, row.place);
    if (first?.date?.value === row.date) date++;
    else miss(stage, row.id, 'date', first?.date?.value, row.date);
    if (row.date !== null) stated++;
  }
  say('gwr_provincial: place', place, rows.length);
  say('gwr_provincial: date', date, stated);
}

function evaluateHebei(stage: Stage): void {
  const rows = new Map(readCorpus('hebei_gov').map((row) => [row.id, row]));
  const lines = readFileSync(join(ROOT, 'data', 'truth', 'hebei-place.tsv'), 'utf8').split('\n');
  let [right, total] = [0, 0];
  for (const line of lines) {
    const [id = '', , code] = line.split('\t');
    const row = rows.get(id);
    if (row === undefined) continue;
    total++;
    const [first] = reportsOf(`${row.title ?? ''}\n${row.text}`, stage);
    if (first?.place?.code === code) right++;
    else miss(stage, id, 'place', first?.place?.code, first?.place?.evidence, 'wanted', code);
  }
  say('hebei_gov: place', right, total);
}

/** Documents labelled before the program saw them; `|` stands between readings that are both right, `-` for none. */
function evaluateLabelled(name: string, file: string, news: readonly Row[], stage: Stage): void {
  const rows = new Map([...readCorpus('hebei_gov'), ...news].map((row) => [row.id, row]));
  const right = { place: 0, date: 0, issuer: 0, genre: 0 };
  let total = 0;
  for (const line of readFileSync(join(ROOT, 'data', 'truth', file), 'utf8').split('\n')) {
    const [id = '', place = '', date = '', issuer = '', genre = ''] = line.split('\t');
    const row = rows.get(id);
    if (row === undefined) continue;
    total++;
    const [first] = reportsOf(`${row.title ?? ''}\n${row.text}`, stage);
    const found = {
      place: first?.place?.code,
      date: first?.date?.value,
      issuer: first?.issuer,
      genre: first?.genre,
    };
    const wanted = { place, date, issuer, genre };
    for (const what of ['place', 'date', 'issuer', 'genre'] as const) {
      if (wanted[what].split('|').includes(found[what] ?? '-')) right[what]++;
      else miss(stage, id, what, found[what] ?? '-', 'wanted', wanted[what]);
    }
  }
  for (const what of ['place', 'date', 'issuer', 'genre'] as const)
    say(`${name}: ${what}`, right[what], total);
}

interface Prepared {
  readonly text: Text;
  readonly paragraphs: readonly Span[];
  readonly reports: readonly Span[];
}

function prepare(original: string, tables: TextTables): Prepared {
  const { text, paragraphs } = restore(original, tables);
  const kept = { string: text.string, units: text.units.slice(0, text.string.length) };
  return { text: kept, paragraphs, reports: splitReports(kept, paragraphs) };
}

/** Best of ten rounds over about 20 MB of undamaged news, by processor time: other programs only slow it down. */
function measureSpeed(rows: readonly Row[], { gazetteer, events, tables }: Stage): void {
  const documents: Prepared[] = [];
  let bytes = 0;
  for (const row of rows.filter((_, i) => i % 5 === 0)) {
    if (row.text === '' || bytes > 20_000_000) continue;
    const prepared = prepare(`${row.title ?? ''}\n${row.text}`, tables);
    bytes += Buffer.byteLength(prepared.text.string);
    documents.push(prepared);
  }
  const speeds: number[] = [];
  for (let round = 0; round < 10; round++) {
    const begin = process.cpuUsage();
    for (const { text, paragraphs, reports } of documents) {
      findMetadata(text, paragraphs, reports, NOTHING, gazetteer, events);
    }
    const { user, system } = process.cpuUsage(begin);
    speeds.push(bytes / (user + system));
  }
  console.log(
    `xwlb: ${documents.length} documents, ${(bytes / 1e6).toFixed(1)} MB, ${Math.max(...speeds).toFixed(0)} MB/s`,
  );
}

/**
 * Dates of the evening news, without and with the day of broadcast: a day that was found has to be on or shortly
 * before it.
 */
function evaluateNews(rows: readonly Row[], stage: Stage): void {
  let [found, near, country, nearGiven] = [0, 0, 0, 0];
  const sample = rows.filter((row, i) => i % 40 === 0 && row.text !== '');
  for (const row of sample) {
    const original = `${row.title ?? ''}\n${row.text}`;
    const [first] = reportsOf(original, stage);
    if (first?.place?.code === '100000') country++;
    const value = first?.date?.value;
    if (row.date == null) continue;
    const [given] = reportsOf(original, stage, { ...NOTHING, published: row.date });
    if (isNear(given?.date?.value ?? '', row.date)) nearGiven++;
    else miss(stage, row.id, row.date, given?.date?.value, given?.date?.evidence[0]?.rule, 'with broadcast');
    if (value === undefined) continue;
    found++;
    if (isNear(value, row.date)) near++;
    else miss(stage, row.id, row.date, value, first?.date?.evidence[0]?.rule);
  }
  say('xwlb: date found', found, sample.length);
  say('xwlb: of these near broadcast', near, found);
  say('xwlb: near, broadcast given', nearGiven, sample.length);
  say('xwlb: whole country', country, sample.length);
}

/** On the day of broadcast or up to four days before it. */
function isNear(value: string, broadcast: string): boolean {
  const days = (Date.parse(broadcast) - Date.parse(value)) / 86_400_000;
  return value.length === 10 ? days >= 0 && days <= 4 : value !== '' && broadcast.startsWith(value);
}
