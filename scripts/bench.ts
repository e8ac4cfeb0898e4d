import { Command } from 'commander';
import { benchExtract } from './bench/bench-extract';
import { benchFind } from './bench/bench-find';
import { benchIngest } from './bench/bench-ingest';
import { benchPages } from './bench/bench-pages';
import { benchQueries } from './bench/bench-queries';
import type { BenchResult } from './bench/bench-result';
import { benchScale } from './bench/bench-scale';
import { runCommand } from './command/run-command';

interface Options {
  json?: boolean;
  megabytes: string;
  rounds: string;
  documents?: string;
  here?: boolean;
  only?: string;
}

const BENCHES: Record<string, { about: string; run: (o: Options) => Promise<BenchResult> }> = {
  extract: {
    about: 'the pipeline against decoding and against jieba, MB of UTF-8 a second',
    run: (o) => benchExtract({ megabytes: Number(o.megabytes), rounds: Number(o.rounds) }),
  },
  ingest: {
    about: 'generated documents into an empty database of its own, against a loop of prisma.create',
    run: (o) => benchIngest({ documents: Number(o.documents ?? 20_000) }),
  },
  scale: {
    about: 'generated documents into an empty database of its own: time of each stage, size of each table',
    run: (o) => benchScale({ documents: Number(o.documents ?? 10_000), here: o.here ?? false }),
  },
  pages: {
    about: 'scripts, first paint, blocking time and layout shifts of every page in a real browser',
    run: (o) =>
      benchPages({
        documents: o.documents === undefined ? undefined : Number(o.documents),
        here: o.here ?? false,
        rounds: Number(o.rounds),
      }),
  },
  find: {
    about: 'the finder without a lexicon: time, memory, share of the known slogans that it finds again',
    run: (o) => benchFind({ documents: Number(o.documents ?? 100_000) }),
  },
  queries: {
    about:
      'every query behind a page and every question, on the database that is there (TIFA_DATA, DATABASE_URL)',
    run: (o) => benchQueries({ ...(o.only && { only: o.only }), log: (line) => console.error(line) }),
  },
};

const command = new Command('bench')
  .description('Measures side by side in one run; medians of interleaved rounds.')
  .argument(
    '<name>',
    `one of ${Object.entries(BENCHES)
      .map(([name, b]) => `${name} (${b.about})`)
      .join('; ')}`,
  )
  .option('--json', 'one JSON object on standard output')
  .option('--megabytes <n>', 'extract: how much text', '16')
  .option('--rounds <n>', 'extract, pages: how many rounds', '5')
  .option(
    '--documents <n>',
    'ingest: how many documents (20000); scale: the same (10000); pages: so many generated ones (2400); find: at most (all)',
  )
  .option('--here', 'pages, scale: with the database that is there, instead of one of its own')
  .option('--only <names>', 'queries: only these, divided by commas')
  .action(async (name: string, options: Options) => {
    const bench = BENCHES[name];
    if (!bench)
      return command.error(
        `error: there is no benchmark ${name}; there are ${Object.keys(BENCHES).join(', ')}`,
      );
    const result = await bench.run(options);
    if (options.json) console.log(JSON.stringify(result));
    else
      for (const [key, value] of Object.entries(result)) {
        if (Array.isArray(value) && value.every((row) => typeof row === 'object')) console.table(value);
        else
          console.log(
            `${key.padEnd(20)} ${typeof value === 'number' ? +value.toFixed(2) : JSON.stringify(value)}`,
          );
      }
  });

await runCommand(command);
