/** A theme that was chosen; without one the system decides. */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = 'tifa-theme';

/** A theme by name; null (the system's) for everything else. */
export function parseTheme(text: string | null | undefined): Theme | null {
  return THEMES.find((theme) => theme === text) ?? null;
}
