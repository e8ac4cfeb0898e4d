/** The day that a moment has in Beijing, ISO. */
export function dayInBeijing(time: Date): string {
  return new Date(time.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The address of a page with the data version that was seen, so that whoever follows it is told of changes. */
export function citedPage(page: string, version: number): string {
  return `${page}${page.includes('?') ? '&' : '?'}v=${version}`;
}
