import { expect, it } from 'vitest';
import { pictureSvg, text } from '@/components/charts/picture/picture';
import { paint } from './paint';

const words = { title: '六稳', subtitle: 'Six Stabilities', axisTitle: '份额', source: '提法 Tifa' };

/** Width and height in the header of a PNG. */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

it('paints a picture as PNG, once for equal ones', async () => {
  const svg = pictureSvg(words, text(100, 300, '压实四方责任', { serif: true }));
  const png = await paint(svg);
  expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG');
  expect(sizeOf(png)).toEqual([1_600, 900]);
  expect(await paint(svg)).toBe(png);
});

it('goes on with other work while it paints', async () => {
  const lines = Array.from({ length: 300 }, (_, i) =>
    text(20 + (i % 20) * 58, 160 + i, `第${i}行`, { serif: i % 2 === 0 }),
  );
  let turns = 0;
  const turn = setInterval(() => turns++, 1);
  await paint(pictureSvg(words, lines.join('')));
  clearInterval(turn);
  // It takes hundreds of milliseconds, in which this thread would come to nothing else.
  expect(turns).toBeGreaterThan(15);
});

it('says what is wrong with a picture, and paints the next one', async () => {
  await expect(paint('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>')).rejects.toThrow();
  expect((await paint(pictureSvg(words, ''))).length).toBeGreaterThan(1_000);
});
