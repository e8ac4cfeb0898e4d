import { crc32, inflateRawSync } from 'node:zlib';

/** The files of an archive by name, read by their local headers; each has to be what its checksum says. */
export function unzip(bytes: Buffer): Map<string, Buffer> {
  const entries = new Map<string, Buffer>();
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [size, length] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)];
    const from = at + 30 + length;
    const content = inflateRawSync(bytes.subarray(from, from + size));
    const name = bytes.toString('utf8', at + 30, from);
    if (crc32(content) !== bytes.readUInt32LE(at + 14)) throw new Error(`${name} is damaged`);
    entries.set(name, content);
    at = from + size;
  }
  return entries;
}
