import type { ChildProcess } from 'node:child_process';

export function probePort(host: string, port: number): Promise<number | undefined>;
export function serve(options: {
  host?: string;
  port: number;
  env?: Record<string, string>;
}): Promise<{ child: ChildProcess; done: Promise<number>; url: string }>;
