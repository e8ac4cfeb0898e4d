import { expect, type Locator, type Page } from '@playwright/test';

/** More than any page has of what the Tab key stops at before its main part ends. */
const MOST_STOPS = 600;

/**
 * Presses Tab until what is looked for has the focus, as somebody without a pointer does.
 * Fails where it cannot be reached, or where it shows no sign of having the focus.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const wanted = target.first();
  await wanted.waitFor({ state: 'attached' });
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      expect(await showsFocus(page), `nothing shows that ${target} has the focus`).toBe(true);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} is not reached by ${MOST_STOPS} presses of Tab on ${page.url()}`);
}

/** Goes to something by Tab and presses Enter on it. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Whether what has the focus is outlined, or underlined by a shadow, itself or by the line that it stands in. */
function showsFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element) return false;
    const style = getComputedStyle(element);
    if (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) return true;
    const line = element.closest('form') ?? element;
    return [element, line].some((e) => getComputedStyle(e).boxShadow !== 'none');
  });
}
