import { expect, it } from 'vitest';
import { findDataDir } from '@/lib/resources';
import { restore } from '@/lib/text/restore';
import { loadTextTables } from '@/lib/text/tables';
import { ownScript } from './own-script';

const tables = loadTextTables(findDataDir());

function restored(original: string) {
  const { text, map, repairs } = restore(original, tables);
  return { text: text.string, original, map: [...map], repairs };
}

it.each([
  '會議強調，要增強四個意識，堅定四個自信，做到兩個維護。',
  '会议强调，要增强四个意识，坚定四个自信。',
])('%s is shown in the characters in which it came', (original) => {
  const doc = restored(original);
  expect(ownScript(doc)).toBe(original);
  expect(ownScript(doc)).toHaveLength(doc.text.length);
});

it('undoes damage all the same', () => {
  const doc = restored('會議強調，&ldquo;四個意識&rdquo;要增強。');
  expect(ownScript(doc)).toContain('“四個意識”要增強');
});
