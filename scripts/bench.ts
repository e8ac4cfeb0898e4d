import { Command } from 'commander';
import { benchExtract } from './bench/bench-extract';
import { benchFind } from './bench/bench-find';
import { benchIngest } from './bench/bench-ingest';
import type { BenchResult } from './bench/bench-result';
import { runCommand } from './command/run-command';

interface Options {
  json?: boolean;
  megabytes: string;
  rounds: string;
  documents?: string;
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
  find: {
    about: 'the finder without a lexicon: time, memory, share of the known slogans that it finds again',
    run: (o) => benchFind({ documents: Number(o.documents ?? 100_000) }),
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
  .option('--rounds <n>', 'extract: how many rounds', '5')
  .option('--documents <n>', 'ingest: how many documents (20000); find: at most (all of them)')
  .action(async (name: string, options: Options) => {
    const bench = BENCHES[name];
    if (!bench)
      return command.error(
        `error: there is no benchmark ${name}; there are ${Object.keys(BENCHES).join(', ')}`,
      );
    const result = await bench.run(options);
    if (options.json) console.log(JSON.stringify(result));
    else
      for (const [key, value] of Object.entries(result))
        console.log(
          `${key.padEnd(20)} ${typeof value === 'number' ? +value.toFixed(2) : JSON.stringify(value)}`,
        );
  });

await runCommand(command);
