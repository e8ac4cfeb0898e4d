import { describe, expect, it, test } from 'vitest';
import { readWish } from './read-wish';

function hide(id: string, reason = '不实') {
  const form = new FormData();
  for (const [name, value] of Object.entries({ kind: 'hide', id, reason })) form.set(name, value);
  return readWish(form);
}

describe('the document that a form names', () => {
  it('has a number of up to 63 bits', () => {
    expect(hide('9223372036854775807')).toEqual({ kind: 'hide', id: '9223372036854775807', reason: '不实' });
    expect(hide('9223372036854775808')).toBeNull();
    expect(hide('-1')).toBeNull();
  });
});

test('nothing is taken down without a reason', () => {
  expect(hide('1', '')).toBeNull();
  expect(hide('1', '  ')).toBeNull();
});
