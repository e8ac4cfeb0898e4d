export class SetupError extends Error {
  constructor(message: string, exitCode?: number);
  readonly exitCode: number;
}
export function duration(milliseconds: number): string;
export function step<T>(title: string, work: () => T | Promise<T>): Promise<T>;
export function command(body: () => Promise<void>): Promise<void>;
