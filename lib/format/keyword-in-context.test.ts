import { expect, it } from 'vitest';
import { keywordInContext } from './keyword-in-context';

it('keeps the span whole and cuts what is around it', () => {
  const text = '会议强调，要增强四个意识，\n坚定信心。';
  expect(keywordInContext(text, 8, 12, 3)).toEqual({
    before: '…要增强',
    keyword: '四个意识',
    after: '， 坚…',
  });
  expect(keywordInContext(text, 8, 12)).toEqual({
    before: '会议强调，要增强',
    keyword: '四个意识',
    after: '， 坚定信心。',
  });
});

it('cuts no surrogate pair in half', () => {
  expect(keywordInContext('𠮷𠮷六稳', 4, 6, 1).before).toBe('…𠮷');
});
