import { describe, expect, it } from 'vitest';
import { readWish } from './read-wish';

function hide(id: string) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ kind: 'hide', id, reason: '不实' })) form.set(name, value);
  return readWish(form);
}

describe('the document that a form names', () => {
  it('has a number of up to 63 bits', () => {
    expect(hide('9223372036854775807')).toEqual({ kind: 'hide', id: '9223372036854775807', reason: '不实' });
    expect(hide('9223372036854775808')).toBeNull();
    expect(hide('-1')).toBeNull();
  });
});
