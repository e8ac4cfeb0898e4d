import { describe, expect, it } from 'vitest';
import { compileLexicon } from './compile-lexicon';
import { findMatches } from './slogans';

const EMPTY = compileLexicon([]);

function found(string: string): { slogan: string; start: number; quoted: boolean }[] {
  const units = Uint16Array.from(string, (c) => c.charCodeAt(0));
  return findMatches({ string, units }, [{ start: 0, end: string.length }], EMPTY).map(
    ({ slogan, start, quoted }) => ({ slogan, start, quoted }),
  );
}

describe('repeats of a coinage', () => {
  it('are found without quotation marks, before and after the place where it is quoted', () => {
    expect(found('关于直补快办的通知。推广“直补快办”模式，用好直补快办。')).toEqual([
      { slogan: '直补快办', start: 2, quoted: false },
      { slogan: '直补快办', start: 13, quoted: true },
      { slogan: '直补快办', start: 23, quoted: false },
    ]);
  });

  it('are not found where nothing is quoted', () => {
    expect(found('关于直补快办的通知。用好直补快办。')).toEqual([]);
  });

  it('are not found of short words, of counted measures and of what has no shape of a coinage', () => {
    expect(found('推行“煤改气”，管好煤改气。')).toEqual([{ slogan: '煤改气', start: 3, quoted: true }]);
    expect(found('出台“十二项举措”，抓好十二项举措。')).toHaveLength(1);
    expect(found('推进“青禾电商”试点，发展青禾电商。')).toHaveLength(1);
  });
});
