import { join } from 'node:path';
import { type Command, CommanderError } from 'commander';
import { WrongLexicon } from '@/lib/match/own-lexicons';
import { projectRoot } from '@/lib/store/project-root';

/** Wrong arguments: exit code 2, so that callers can tell them from inputs that could not be read (1). */
export const WRONG_ARGUMENTS = 2;

/** An argument that is wrong in itself: a message for people, and the code above. */
export class WrongArgument extends Error {}

/** A reader that has seen enough (head, less) closes the pipe: no reason to complain, nor to go on. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
}

/**
 * Parses the arguments and runs the command. Commander's own messages stay; a failure is one line for people,
 * with its stack where TIFA_DEBUG is set.
 */
export async function runCommand(command: Command): Promise<void> {
  endWithReader();
  command.exitOverride();
  for (const sub of command.commands) sub.exitOverride();
  try {
    await command.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : WRONG_ARGUMENTS;
      return;
    }
    console.error(process.env.TIFA_DEBUG ? error : `error: ${(error as Error).message}`);
    process.exitCode = error instanceof WrongArgument || error instanceof WrongLexicon ? WRONG_ARGUMENTS : 1;
  }
}

/** For options that may be given several times. */
export function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

/** Paths are relative to where the user typed the command, also when npm changed the folder. */
export function callerFolder(): string {
  return process.env.INIT_CWD ?? process.cwd();
}

/** Goes to a folder, from which relative paths count; the project is found from there all the same, by threads too. */
export function workIn(folder: string): void {
  const root = projectRoot();
  process.env.TIFA_ROOT ??= root;
  process.env.TSX_TSCONFIG_PATH ??= join(root, 'tsconfig.json');
  process.chdir(folder);
}
