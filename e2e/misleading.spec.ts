import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from './harness/test';
import { misleadingCorpus, PLANTED, SLOGAN } from './planted/misleading-corpus';

test.describe.configure({ mode: 'serial' });

/** Reads the planted reports into the database of the server under test, as anybody would. */
test.beforeAll(() => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'tifa-planted-'));
  const file = join(folder, 'planted.jsonl');
  writeFileSync(
    file,
    misleadingCorpus()
      .map((r) => JSON.stringify(r))
      .join('\n'),
  );
  try {
    execFileSync('npm', ['run', '--silent', 'ingest', '--', file], { stdio: 'pipe' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

for (const { name, place, from, until, months, code } of PLANTED) {
  const query = `by=month&place=${place}&from=${from}&until=${until}`;

  test(`${name}: the row, the CSV and the page say so, of these months and no others`, async ({
    page,
    request,
  }) => {
    const api = `/api/v1/slogans/${encodeURIComponent(SLOGAN)}/frequency?${query}`;
    const { rows, about } = await (await request.get(api)).json();
    expect(about.slogan).toBe(SLOGAN);
    const said = (warned: readonly { bucket: string; warnings: readonly string[] }[]) =>
      warned.filter((r) => r.warnings.includes(code)).map((r) => r.bucket.slice(0, 7));
    expect(said(rows)).toEqual(months);

    const csv = await (await request.get(`${api}&format=csv`)).text();
    const lines: Record<string, string>[] = parse(csv, { bom: true, columns: true });
    expect(
      said(lines.map((l) => ({ bucket: l.bucket ?? '', warnings: (l.warnings ?? '').split(';') }))),
    ).toEqual(months);

    const [entry] = (await (await request.get(`/api/v1/slogans/${encodeURIComponent(SLOGAN)}`)).json()).rows;
    await page.goto(`/slogans/${entry.id}?${query}`);
    const doubt = page.locator(`.doubts [data-doubt="${code}"]`);
    for (const month of months)
      await expect(doubt).toContainText(`${month.slice(0, 4)}年${Number(month.slice(5))}月`);
    const marked = page.locator(`#frequency-data td[data-doubts~="${code}"]`);
    await expect(marked).toHaveCount(months.length);
    await expect(page.locator('#frequency-data tbody tr')).toHaveCount(rows.length);
    const labels = await page
      .locator(`#frequency-data tr:has(td[data-doubts~="${code}"]) th`)
      .allTextContents();
    expect(labels).toEqual(months.map((m) => `${m.slice(0, 4)}年${Number(m.slice(5))}月`));
  });
}

test('too few reports are drawn hollow, an unfinished month dashed', async ({ page, request }) => {
  const [entry] = (await (await request.get(`/api/v1/slogans/${encodeURIComponent(SLOGAN)}`)).json()).rows;
  const [thin, , , , unfinished] = PLANTED;
  await page.goto(`/slogans/${entry.id}?by=month&place=${thin?.place}&from=2019-01&until=2019-06`);
  await expect(page.locator('.plot .point.thin')).toHaveCount(1);
  await page.goto(`/slogans/${entry.id}?by=month&place=${unfinished?.place}&from=2024-01&until=2024-03`);
  await expect(page.locator('.plot path.running').first()).toHaveAttribute('d', /M.+L/);
});
