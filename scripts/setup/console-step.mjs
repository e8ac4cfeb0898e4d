import { performance } from 'node:perf_hooks';

/** A failure that needs no stack: its message says what is wrong and what to do. */
export class SetupError extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Seconds in a form for the screen: 0.4 s, 12 s, 2 min 5 s. */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** Says what is being done, does it, and says how long it took. */
export async function step(title, work) {
  const begun = performance.now();
  console.log(`· ${title} …`);
  const result = await work();
  console.log(`✓ ${title} (${duration(performance.now() - begun)})`);
  return result;
}

/** Runs the body of a command; a SetupError ends it with its message and exit code, anything else with its stack. */
export async function command(body) {
  try {
    await body();
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}` : error);
    process.exit(error instanceof SetupError ? error.exitCode : 1);
  }
}
