import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasShared } from './shared-files';

describe('hasShared', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tifa-shared-'));
    mkdirSync(join(folder, 'seeds'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('wants every name, and not only the folder above', () => {
    expect(hasShared('a part', ['seeds'], folder)).toBe(true);
    expect(hasShared('a part', ['seeds', 'gold/seeds.json'], folder)).toBe(false);
    expect(hasShared('a part', ['seeds'], join(folder, 'nowhere'))).toBe(false);
  });
});
