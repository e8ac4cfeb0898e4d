import type { ChildProcess, SpawnOptions } from 'node:child_process';

interface Options {
  readonly env?: Record<string, string>;
  readonly stdio?: SpawnOptions['stdio'];
}

export const root: string;
export function typescript(script: string, args?: readonly string[]): string[];
export function start(
  command: string,
  args: readonly string[],
  options?: Options,
): { child: ChildProcess; done: Promise<number> };
export function run(what: string, command: string, args: readonly string[], options?: Options): Promise<void>;
