import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Command } from 'commander';
import { parseFilters } from '@/lib/filters';
import { chainOrder } from '@/lib/queries/chain-order';
import { frequency } from '@/lib/queries/frequency';
import type { Sample } from '@/lib/queries/kept-answers';
import { life } from '@/lib/queries/life';
import type { LifeEvent } from '@/lib/queries/life-of-series';
import { sloganIdByName } from '@/lib/queries/slogan';
import { succession } from '@/lib/queries/succession';
import { totals } from '@/lib/queries/totals';
import { wilson } from '@/lib/stats/intervals';
import { closeConnections } from '@/lib/store/client';
import { runCommand } from './command/run-command';

const SLOGANS = ['六稳', '六保', '动态清零', '两学一做', '四个意识', '四个自信', '两个维护', '两个确立'];
const PAIRS = [
  ['六稳', '六保'],
  ['四个意识', '两个维护'],
  ['两个维护', '两个确立'],
] as const;
const CHAIN = ['两个确立', '四个意识', '四个自信', '两个维护'];
/** What docs/study.md shows, by the name of the file. */
const PICTURES: Readonly<Record<string, string>> = {
  'six-stabilities': '六稳',
  'six-guarantees': '六保',
  'dynamic-zero': '动态清零',
  'two-studies': '两学一做',
  'four-consciousnesses': '四个意识',
  'two-upholds': '两个维护',
  'two-establishes': '两个确立',
};

const { filters } = parseFilters({});
const percent = (n: number) => `${(100 * n).toFixed(2)} %`;

async function idOf(name: string): Promise<number> {
  const id = await sloganIdByName(name);
  if (id === null) throw new Error(`there is no ${name} in this database: read the corpus first`);
  return id;
}

function told(e: LifeEvent): string {
  const months = e.from === e.until ? e.from.slice(0, 7) : `${e.from.slice(0, 7)} to ${e.until.slice(0, 7)}`;
  const levels = e.before === null ? '' : `, ${percent(e.before)} → ${percent(e.after ?? 0)} of reports`;
  const value =
    e.value === null ? '' : `, ${e.event === 'burst' ? 'weight' : 'months'} ${+e.value.toFixed(1)}`;
  const p = e.p === null ? '' : `, p = ${e.p.toPrecision(2)}`;
  return `  ${e.event.padEnd(10)} ${months}: ${e.reports} of ${e.totalReports}${levels}${value}${p}`;
}

const PATIENCE = 120_000;

/** The answer of all documents: the first one to a long question is of a sample, while that of everything is on its way. */
async function ofEverything<T extends { readonly sample: Sample | null }>(ask: () => Promise<T>): Promise<T> {
  const start = Date.now();
  let answer = await ask();
  while (answer.sample !== null) {
    if (Date.now() - start > PATIENCE)
      throw new Error('the answer of all documents takes longer than two minutes');
    await setTimeout(200);
    answer = await ask();
  }
  return answer;
}

async function lives(): Promise<void> {
  for (const name of SLOGANS) {
    const id = await idOf(name);
    const [found, { series }] = await Promise.all([
      life(id, filters),
      frequency(id, { ...filters, by: 'year' }),
    ]);
    console.log(`\n${name}: first ${found.firstDay}, last ${found.lastDay}${found.gone ? ', gone' : ''}`);
    for (const e of found.events) console.log(told(e));
    for (const r of series[0]?.rows ?? []) {
      const { low, high } = wilson(r.reports, r.totalReports);
      const rate = `${percent(r.reports / r.totalReports)} (${percent(low)} to ${percent(high)})`;
      if (r.reports > 0)
        console.log(`  ${r.bucket.slice(0, 4)}  ${r.reports} of ${r.totalReports} reports, ${rate}`);
    }
  }
}

async function pairs(): Promise<void> {
  console.log('\npairs');
  for (const [a, b] of PAIRS) {
    const [first, second] = [await idOf(a), await idOf(b)];
    const { verdict, crossover, overlap } = await ofEverything(() => succession(first, second, filters));
    console.log(`  ${a} and ${b}: ${verdict}, overlap ${percent(overlap)}, crossover ${crossover ?? 'none'}`);
  }
}

async function chain(): Promise<void> {
  const names = new Map<number, string>();
  for (const name of CHAIN) names.set(await idOf(name), name);
  const { rows } = await ofEverything(() => chainOrder([...names.keys()], { ...filters, by: 'year' }));
  console.log('\norder in which paragraphs recite them, the commonest three of each year');
  for (const year of new Set(rows.map((r) => r.bucket)))
    for (const r of rows.filter((row) => row.bucket === year).slice(0, 3))
      console.log(
        `  ${year.slice(0, 4)}  ${r.paragraphs} of ${r.total}  ${r.order.map((id) => names.get(id)).join('、')}`,
      );
}

/** Takes the pictures from the running program, as any reader would. */
async function pictures(server: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [file, name] of Object.entries(PICTURES)) {
    const address = `${server}/figures/slogan-trend.svg?slogan=${await idOf(name)}&by=quarter&lang=en`;
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    await writeFile(join(folder, `${file}.svg`), await response.text());
    console.log(`${file}.svg ← ${address}`);
  }
}

const command = new Command('study')
  .description(
    'Prints the figures of docs/study.md from the database that is there (TIFA_DATA, DATABASE_URL).',
  )
  .option('--pictures <server>', 'take the pictures from a running program, such as http://127.0.0.1:3000')
  .option('--folder <folder>', 'where the pictures go', 'docs/study')
  .action(async (options: { pictures?: string; folder: string }) => {
    if (options.pictures) await pictures(options.pictures, options.folder);
    else {
      const all = await totals(filters);
      console.log(
        `${all.reports} reports, ${all.characters} characters, ${all.mentions} mentions of ${all.slogans} slogans`,
      );
      await lives();
      await pairs();
      await chain();
    }
    await closeConnections();
  });

await runCommand(command);
