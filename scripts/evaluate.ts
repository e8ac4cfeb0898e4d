import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { callerFolder, runCommand, WrongArgument } from './command/run-command';
import { evaluateMetadata } from './evaluate/metadata';
import { evaluateRestoration } from './evaluate/restoration';
import { evaluateSeeds } from './evaluate/seeds';
import { ROOT } from './evaluate/shared-files';
import { evaluateSlogans } from './evaluate/slogans';

/** Together the parts take about two minutes at these sizes. */
const PARAGRAPHS = 10_000;
/** The one that costs were chosen on: docs/restoration.md reports another, which is not for looking at in between. */
const SEED = 1;

// The corpus is found from here, wherever the command was typed.
process.chdir(ROOT);

const program = new Command('evaluate').description(
  'How right the program is, measured against what people read, and against damage that was done on purpose. Reads ../shared; what is missing there is named and passed over.',
);

program
  .command('all', { isDefault: true })
  .description('every part at its default size, one after the other')
  .allowExcessArguments()
  .action(async (_options: unknown, { args }: Command) => {
    if (args.length > 0) throw new WrongArgument(`there is no part “${args[0]}”; ${partsThereAre()}`);
    title('seeds');
    evaluateSeeds();
    title('slogans');
    evaluateSlogans([], false);
    title('metadata');
    evaluateMetadata(false);
    title('restoration');
    await evaluateRestoration({ paragraphs: PARAGRAPHS, shown: 0, seed: SEED });
  });

program
  .command('seeds')
  .description('the pages the project began with, through the command line and the scorer of their truth')
  .action(evaluateSeeds);

program
  .command('slogans')
  .description('slogans and directive lists against hand-read truth')
  .argument(
    '[truth...]',
    'JSONL, or JSON like that of the seeds (default: the development truth and the seeds)',
  )
  .option('-e, --errors', 'every miss and everything reported in vain', false)
  .action((truths: string[], { errors }: { errors: boolean }) =>
    evaluateSlogans(
      truths.map((path) => resolve(callerFolder(), path)),
      errors,
    ),
  );

program
  .command('metadata')
  .description('date, place and the splitting of pages against hand-read truth, and the speed of the stage')
  .option('-m, --misses', 'every miss', false)
  .action(({ misses }: { misses: boolean }) => evaluateMetadata(misses));

program
  .command('restoration')
  .description('damage clean paragraphs of held-out documents and count how many come back')
  .argument('[paragraphs]', 'how many, at least', whole, PARAGRAPHS)
  .argument('[shown]', 'failures to show', whole, 0)
  .argument('[seed]', 'the same seed does the same damage', whole, SEED)
  .action((paragraphs: number, shown: number, seed: number) =>
    evaluateRestoration({ paragraphs, shown, seed }),
  );

await runCommand(program);

function title(part: string): void {
  console.log(`\n== ${part}`);
}

function partsThereAre(): string {
  return `the parts are ${program.commands.map((part) => part.name()).join(', ')}`;
}

function whole(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('a whole number, please');
  return Number(text);
}
