/** The page tests that know no words and no widths: they hold for every reader. */
export const EVERY_VIEW = '**/every-view/*.spec.ts';

const WIDTHS = [375, 768, 1_440] as const;
const SCHEMES = ['light', 'dark'] as const;
const LOCALES = ['zh-CN', 'en-US'] as const;

/** Every width, theme and language that the pages are looked at in, as projects of Playwright. */
export const VIEWS = WIDTHS.flatMap((width) =>
  SCHEMES.flatMap((colorScheme) =>
    LOCALES.map((locale) => ({
      name: `${width} ${colorScheme} ${locale}`,
      testMatch: EVERY_VIEW,
      use: { viewport: { width, height: 900 }, colorScheme, locale },
    })),
  ),
);
