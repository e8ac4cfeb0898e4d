import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allocate, buffer } from './memory';
import { addressOf, inputOf, roomFor } from './room';
import { moduleNames, SOURCES, sourceHash } from './sources';

it.each(moduleNames())('has %s compiled from its source', async (name) => {
  const { SOURCE_HASH } = (await import(`./code/${name}.ts`)) as { SOURCE_HASH: string };
  expect(SOURCE_HASH).toBe(sourceHash(name));
});

it('has no code without a source', () => {
  const compiled = readdirSync(`${SOURCES}/../code`).map((file) => file.replace(/\.ts$/, ''));
  expect(compiled.sort()).toEqual(moduleNames());
});

it('keeps a text when its memory grows for tables, and makes room for longer ones', () => {
  const text = '会议强调';
  inputOf(text);
  const before = buffer;
  allocate(buffer.byteLength);
  expect(buffer).not.toBe(before);
  expect([...inputOf(text).subarray(0, 5)]).toEqual([...text, '\0'].map((c) => c.charCodeAt(0)));
  const long = '会'.repeat(3_000_000);
  const units = inputOf(long);
  expect(units[long.length - 1]).toBe('会'.charCodeAt(0));
  expect(units[long.length]).toBe(0);
});

it('copies units that stand elsewhere', () => {
  const units = Uint16Array.from([1, 2, 3]);
  const address = addressOf(units);
  expect([...new Uint16Array(buffer, address, 4)]).toEqual([1, 2, 3, 0]);
  const { inputUnits } = roomFor(1);
  expect(addressOf(inputUnits.subarray(1))).toBe(inputUnits.byteOffset + 2);
});
