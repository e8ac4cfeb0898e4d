import { expect, it } from 'vitest';
import { toCsv } from './csv';

it('quotes what needs quoting and disarms formulas', () => {
  const csv = toCsv(
    ['a', 'b'],
    [
      ['x,"y"', 1.5],
      ['=1+1', null],
      ['“六稳”', -2],
    ],
  );
  expect(csv).toBe('\uFEFFa,b\r\n"x,""y""",1.5\r\n\'=1+1,\r\n“六稳”,-2\r\n');
});
