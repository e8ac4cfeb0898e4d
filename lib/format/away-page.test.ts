import { expect, it } from 'vitest';
import { LOCALES } from '@/lib/i18n/locale';
import { awayPage } from './away-page';

it.each(LOCALES)('is a whole page in %s that needs nothing else', (locale) => {
  const page = awayPage(locale, '/slogans?from=2019&q=%22');
  expect(page).toMatch(/^<!DOCTYPE html>[\s\S]*<\/html>$/);
  expect(page).toContain(`<html lang="${locale}">`);
  expect(page).toContain('href="/slogans?from=2019&#38;q=%22"');
  expect(page).not.toMatch(/<script|<link|src=/);
});

it('lets no address close its attribute', () =>
  expect(awayPage('en', '/x"><script>alert(1)</script>')).not.toContain('<script'));
