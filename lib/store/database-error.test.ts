import { describe, expect, it } from 'vitest';
import { adviceFor, remedies, useOwnServer } from './database-error';

describe('remedies', () => {
  for (const remedy of remedies) {
    it(`${remedy.name} knows its example and leaves its counter-example alone`, () => {
      expect(adviceFor(remedy.example)).toBe(remedy.advice);
      expect(remedy.pattern.test(remedy.counterExample)).toBe(false);
    });
  }

  it('always has something to say', () => {
    expect(adviceFor('some unheard-of failure')).toBe(useOwnServer);
  });
});
