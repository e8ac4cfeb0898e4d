import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectsCount } from './expected-counts';

const counts = (slogan: string) =>
  Array.from({ length: 30 }, (_, n) => n).filter((n) => expectsCount(slogan, n));

describe('expectsCount', () => {
  it.each([
    ['三个到位', [3]],
    ['三提三效', [3, 6]],
    ['三到位一处理', [4]],
    ['十二条措施', [12]],
    ['12345', []],
    ['五个100%', [5]],
    ['1+10+10', []],
    ['一个中心', []],
    ['两稳一保一防', [4]],
    ['双减', [2]],
    ['十个一律', [10]],
    ['共同富裕', []],
  ] as const)('reads %s', (slogan, expected) => expect(counts(slogan)).toEqual(expected));

  it('expects at most the first number and the sum', () => {
    const units = fc.string({ unit: fc.constantFrom(...'一二两双十三个到位+0129'), maxLength: 8 });
    fc.assert(
      fc.property(units, (slogan) => {
        expect(counts(slogan).length).toBeLessThanOrEqual(2);
      }),
    );
  });
});
