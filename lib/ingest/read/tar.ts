import { ByteReader } from './byte-reader';
import { type Bytes, UnpackError } from './unpack';

const BLOCK = 512;
/** Names and other attributes are short; an archive that says otherwise is broken. */
const MAX_ATTRIBUTES = 1 << 20;

export interface TarEntry {
  readonly name: string;
  readonly size: number;
  /** To be read to its end, or not at all, before the next entry is asked for. */
  readonly bytes: Bytes;
  /** Whether the archive itself broke while it was read: then there is no next one. */
  readonly broken: () => boolean;
}

function text(block: Buffer, from: number, length: number): string {
  const field = block.subarray(from, from + length);
  const end = field.indexOf(0);
  return field.subarray(0, end < 0 ? length : end).toString();
}

function sizeOf(block: Buffer): number {
  // Sizes from 8 GB on are binary.
  if (((block[124] ?? 0) & 0x80) !== 0) return Number(block.readBigUInt64BE(128));
  return Number.parseInt(text(block, 124, 12).trim() || '0', 8);
}

/** The attributes of a pax header that matter: `path` and `size`. */
function paxAttributes(body: Buffer): Map<string, string> {
  const found = new Map<string, string>();
  for (const m of body.toString().matchAll(/\d+ (path|size)=([^\n]*)\n/g)) found.set(m[1] ?? '', m[2] ?? '');
  return found;
}

/** The files of a tar archive (ustar, pax, GNU long names) in their order; folders and links are left out. */
export async function* readTar(stream: Bytes): AsyncGenerator<TarEntry> {
  const reader = new ByteReader(stream);
  let next = new Map<string, string>();
  for (;;) {
    if ((await reader.peek(1)).length === 0) return;
    const block = await reader.take(BLOCK);
    if (!block) throw new UnpackError('broken-tar', 'the archive breaks off');
    if (block.every((b) => b === 0)) return;
    const size = Number(next.get('size') ?? sizeOf(block));
    if (text(block, 257, 5) !== 'ustar' || !Number.isSafeInteger(size) || size < 0)
      throw new UnpackError('broken-tar', 'an entry of the archive is broken; what stood before it is kept');
    const padded = Math.ceil(size / BLOCK) * BLOCK;
    const kind = String.fromCharCode(block[156] ?? 0);
    if (kind === 'x' || kind === 'L') {
      const body = size <= MAX_ATTRIBUTES ? await reader.take(padded) : null;
      if (!body) throw new UnpackError('broken-tar', 'the archive breaks off');
      next = kind === 'x' ? paxAttributes(body.subarray(0, size)) : new Map([['path', text(body, 0, size)]]);
      continue;
    }
    const prefix = text(block, 345, 155);
    const name = next.get('path') ?? (prefix ? `${prefix}/${text(block, 0, 100)}` : text(block, 0, 100));
    next = new Map();
    let left = size;
    let broken = false;
    async function* bytes(): AsyncGenerator<Uint8Array> {
      while (left > 0) {
        broken = true;
        const part = await reader.take(Math.min(left, 1 << 18));
        if (!part) throw new UnpackError('broken-tar', 'the archive breaks off');
        broken = false;
        left -= part.length;
        yield part;
      }
    }
    if (kind === '0' || kind === '\0') yield { name, size, bytes: bytes(), broken: () => broken };
    if (!(await reader.skip(left + padded - size)))
      throw new UnpackError('broken-tar', 'the archive breaks off');
  }
}
