// npm run check [-- --fix]: format and lint (biome), then types (tsc). Both always run; fails when one does.
import { packageScript, start } from './setup/child.mjs';
import { command, SetupError } from './setup/console-step.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { checkNode } from './setup/node-version.mjs';

const tool = (name, file, args) => start(process.execPath, [packageScript(name, file), ...args]).done;

await command(async () => {
  checkNode();
  await ensureInstalled();
  const { generate } = await import('./prisma-generate.mjs');
  generate();
  const fix = process.argv.includes('--fix') ? ['--write'] : [];
  const failures = [];
  if (await tool('@biomejs/biome', 'bin/biome', ['check', ...fix, '.'])) failures.push('format and lint');
  if (await tool('typescript', 'bin/tsc', ['--noEmit', '-p', '.'])) failures.push('types');
  if (failures.length > 0) throw new SetupError(`Not in order: ${failures.join(', ')}.`);
  console.log('Format, lint and types are in order.');
});
