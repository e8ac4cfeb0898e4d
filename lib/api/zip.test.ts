import { crc32, inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { zip } from './zip';

test('an archive gives back its files, by either directory, and equal contents give equal bytes', () => {
  const files = [
    { name: 'methods.txt', content: '方法 Method' },
    { name: '图/六稳.bin', content: new Uint8Array([0, 255, 7]) },
    { name: 'empty.csv', content: '' },
  ];
  const bytes = zip(files);
  expect(zip(files).equals(bytes)).toBe(true);
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  expect(bytes.readUInt16LE(end + 10)).toBe(files.length);
  let entry = bytes.readUInt32LE(end + 16);
  for (const { name, content } of files) {
    expect(bytes.readUInt32LE(entry)).toBe(0x02014b50);
    const [size, length, local] = [
      bytes.readUInt32LE(entry + 20),
      bytes.readUInt16LE(entry + 28),
      bytes.readUInt32LE(entry + 42),
    ];
    expect(bytes.toString('utf8', entry + 46, entry + 46 + length)).toBe(name);
    expect(bytes.readUInt32LE(local)).toBe(0x04034b50);
    const from = local + 30 + length;
    const found = inflateRawSync(bytes.subarray(from, from + size));
    expect(found.equals(Buffer.from(content))).toBe(true);
    expect(crc32(found)).toBe(bytes.readUInt32LE(entry + 16));
    entry += 46 + length;
  }
});
