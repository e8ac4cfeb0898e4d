import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Fails where a rule of axe finds what hinders access on the page as it stands. axe runs in the page itself: our pages
 * hold no frames, for which it would open a second page to put the parts together. Of what is in order it need not write
 * down each element: that took a third of its time, and nobody reads it.
 */
export async function expectNoHindrance(page: Page, what?: string): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  expect((await axe.analyze()).violations, what).toEqual([]);
}
