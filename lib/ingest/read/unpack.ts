import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';

export type Bytes = AsyncIterable<Uint8Array>;

/** Compressed data that cannot be opened; `code` is that of the problem. */
export class UnpackError extends Error {
  constructor(
    readonly code: 'broken-gzip' | 'broken-zstd' | 'broken-tar' | 'zip-bomb' | 'nested-archive' | 'archive',
    message: string,
  ) {
    super(message);
  }
}

/** Gives the first bytes away without losing them. */
export async function peek(stream: Bytes): Promise<{ head: Uint8Array; all: Bytes }> {
  const iterator = stream[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = first.done ? new Uint8Array() : first.value;
  async function* all() {
    try {
      if (!first.done) yield first.value;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head, all: all() };
}

async function* gunzipped(stream: Bytes): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  // What goes wrong with the stream comes out of gunzip too, which is where it is caught.
  const fed = pipeline(stream, gunzip).catch(() => undefined);
  try {
    yield* gunzip as AsyncIterable<Uint8Array>;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!code.startsWith('Z_')) throw error;
    throw new UnpackError('broken-gzip', `the compressed data end or break off: ${message}`);
  } finally {
    gunzip.destroy();
    await fed;
  }
}

const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

async function* unzstded(stream: Bytes): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let finished = false;
  const decompress = new Decompress((chunk, final) => {
    if (chunk.length > 0) ready.push(chunk);
    finished = final === true;
  });
  const push = (chunk: Uint8Array, final: boolean) => {
    try {
      decompress.push(chunk, final);
    } catch (error) {
      throw new UnpackError(
        'broken-zstd',
        `the compressed data end or break off: ${(error as Error).message}`,
      );
    }
  };
  for await (const chunk of stream) {
    // In small steps: one step of input can hold very much output.
    for (let at = 0; at < chunk.length; at += 1 << 14) {
      push(Uint8Array.from(chunk.subarray(at, at + (1 << 14))), false);
      yield* ready;
      ready = [];
    }
  }
  push(new Uint8Array(), true);
  yield* ready;
  if (!finished) throw new UnpackError('broken-zstd', 'the compressed data break off');
}

/** Real texts pack to a fifth or a tenth, repeated ones to a fiftieth. */
const BOMB_FACTOR = 300;
const BOMB_BYTES = 64 * 1024 * 1024;

/** Watches how much comes out for how much goes in. */
function guarded(stream: Bytes, open: (stream: Bytes) => AsyncGenerator<Uint8Array>): Bytes {
  let packed = 0;
  async function* counted() {
    for await (const chunk of stream) {
      packed += chunk.length;
      yield chunk;
    }
  }
  return (async function* () {
    let unpacked = 0;
    for await (const chunk of open(counted())) {
      unpacked += chunk.length;
      if (unpacked > BOMB_BYTES && unpacked > packed * BOMB_FACTOR)
        throw new UnpackError(
          'zip-bomb',
          `${Math.round(packed / 1e3)} kB unpack to more than ${Math.round(unpacked / 1e6)} MB: that is no text; the rest is left out`,
        );
      yield chunk;
    }
  })();
}

const DEEPEST = 2;

/** Archives of several files, by their first bytes. */
function archiveName(head: Uint8Array): string | null {
  const start = Buffer.from(head.subarray(0, 8)).toString('latin1');
  if (start.startsWith('PK\x03\x04')) return 'zip';
  if (start.startsWith('7z\xbc\xaf\x27\x1c')) return '7z';
  if (start.startsWith('Rar!')) return 'rar';
  if (start.startsWith('\xfd7zXZ')) return 'xz';
  if (/^BZh[1-9]/.test(start)) return 'bzip2';
  return null;
}

/**
 * Opens gzip and Zstandard, by their first bytes, also one inside the other. The stream throws an UnpackError where
 * the data break off or unpack to absurd sizes.
 */
export async function unpack(stream: Bytes): Promise<{ head: Uint8Array; all: Bytes }> {
  let opened = await peek(stream);
  for (let depth = 0; ; depth++) {
    const { head, all } = opened;
    const gzip = head[0] === 0x1f && head[1] === 0x8b;
    const zstd = ZSTD.equals(head.subarray(0, 4));
    if (!gzip && !zstd) break;
    if (depth === DEEPEST)
      throw new UnpackError('nested-archive', 'it is packed more than twice: unpack it first');
    opened = await peek(guarded(all, gzip ? gunzipped : unzstded));
  }
  const archive = archiveName(opened.head);
  if (archive) throw new UnpackError('archive', `it is a ${archive} archive: unpack it first`);
  return opened;
}
