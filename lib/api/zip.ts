import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** UTF-8, without a leading slash. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** 1 January 1980 at midnight, the first moment that the format knows: equal contents make equal files. */
const DATE = 0x0021;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
const VERSION = 20;

interface Packed {
  readonly name: Buffer;
  readonly data: Buffer;
  readonly crc: number;
  readonly size: number;
}

function pack({ name, content }: ZipEntry): Packed {
  const bytes = Buffer.from(content);
  return { name: Buffer.from(name), data: deflateRawSync(bytes), crc: crc32(bytes), size: bytes.length };
}

/** The fields that the local and the central header have in common. */
function common({ name, data, crc, size }: Packed): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(UTF8_NAMES, 2);
  fields.writeUInt16LE(DEFLATED, 4);
  fields.writeUInt16LE(DEFLATED, 4);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function centralHeader(entry: Packed, offset: number): Buffer {
  const start = Buffer.from([0x50, 0x4b, 1, 2, VERSION, 0]);
  const end = Buffer.alloc(14);
  end.writeUInt32LE(offset, 10);
  return Buffer.concat([start, common(entry), end, entry.name]);
}

function endRecord(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/**
 * Entries as one ZIP archive (PKWARE APPNOTE 4.3), deflated, without dates, so that the same entries give the same bytes.
 * For files that fit into memory: below 4 GB and 65,535 entries.
 */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries.map(pack)) {
    const file = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common(entry), entry.name, entry.data]);
    central.push(centralHeader(entry, offset));
    local.push(file);
    offset += file.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...local, directory, endRecord(local.length, directory.length, offset)]);
}
