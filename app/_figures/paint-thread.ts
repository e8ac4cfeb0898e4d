import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

interface Task {
  readonly svg: string;
  /** The fonts that its texts may be set in. */
  readonly files: readonly string[];
  /** Pixels of the picture. */
  readonly width: number;
}

interface Reply {
  readonly id: number;
  readonly result?: string | Uint8Array;
  readonly error?: string;
}

interface Waiting {
  readonly resolve: (result: string | Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let thread: Worker | undefined;
let last = 0;

/** The thread is gone: nobody waits for it for ever, and the next picture begins another. */
function lose(error: Error): void {
  thread = undefined;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}

function begin(): Worker {
  const worker = new Worker(join(/* turbopackIgnore: true */ process.cwd(), 'app/_figures/paint-worker.mjs'));
  worker.on('message', ({ id, result, error }: Reply) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    if (result === undefined) asked?.reject(new Error(error ?? 'nothing was painted'));
    else asked?.resolve(result);
  });
  worker.on('error', lose);
  worker.on('exit', (code) => {
    if (thread === worker) lose(new Error(`the thread that paints ended with ${code}`));
  });
  return worker;
}

function ask(task: Task, output: 'svg' | 'png'): Promise<string | Uint8Array> {
  thread ??= begin();
  // It keeps the process alive only while somebody waits for it.
  thread.ref();
  const id = ++last;
  const reply = new Promise<string | Uint8Array>((resolve, reject) => waiting.set(id, { resolve, reject }));
  thread.postMessage({ ...task, id, output });
  return reply;
}

/** The same SVG with its texts as outlines. */
export const outlined = async (task: Task): Promise<string> => String(await ask(task, 'svg'));

/** The SVG as PNG. */
export async function rendered(task: Task): Promise<Uint8Array> {
  const png = await ask(task, 'png');
  if (typeof png === 'string') throw new Error('a picture is bytes');
  return png;
}
