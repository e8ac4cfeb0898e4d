import { describe, expect, it } from 'vitest';
import { GREAT } from './named-twice';
import { shapeOf } from './pattern-shape';
import { AROUND } from './quoted-context';
import { UNQUOTED_RULES } from './unquoted-numerals';

/** Units that a pattern looks at, from its beginning, at most. */
function reachOf({ source, flags }: RegExp): number {
  return shapeOf(new RegExp(`(?:${source})$`, flags)).most;
}

describe('what the kernel looks at', () => {
  it.each(AROUND.after)('behind a quotation has room for %s', (pattern) => {
    expect(pattern.source).toMatch(/^\^/);
    expect(reachOf(new RegExp(pattern.source, 'y'))).toBeLessThanOrEqual(6);
  });

  it('behind a number has room for every pattern that asks for a pair of units', () => {
    const patterns = [...UNQUOTED_RULES.map((rule) => rule.pattern), GREAT];
    const asking = patterns.filter((pattern) => shapeOf(pattern).pairs !== null);
    expect(asking.length).toBeGreaterThan(3);
    for (const pattern of asking) expect(reachOf(pattern)).toBeLessThanOrEqual(12);
  });
});
