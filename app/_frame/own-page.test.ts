import { describe, expect, it } from 'vitest';
import { ownPage } from './own-page';

const ORIGIN = 'http://127.0.0.1:3000';
const lead = (given: string): string => ownPage(given, ORIGIN, '/curate').href;

describe('the page that a form leads back to', () => {
  it('is one of ours', () => {
    expect(lead('/documents/7?lang=en')).toBe(`${ORIGIN}/documents/7?lang=en`);
    expect(lead('')).toBe(`${ORIGIN}/curate`);
  });

  it.each([
    '//elsewhere.example/x',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n//elsewhere.example',
    'http://elsewhere.example',
    'javascript:alert(1)',
    '//[',
  ])('is no stranger’s: %j', (given) => {
    expect(lead(given)).toBe(`${ORIGIN}/curate`);
  });
});
