import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span, Text } from '@/lib/types';
import { ENDS_SPEECH, NO_ENDS_OF_SPEECH } from './frame-ends';
import { type Frame, findAllFrames, findFrames, frameAt } from './frames';

function paragraphsOf(string: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const piece of string.split('\n')) {
    if (piece.length > 0) spans.push({ start, end: start + piece.length });
    start += piece.length + 1;
  }
  return spans;
}

function textOf(string: string): Text {
  return { string, units: Uint16Array.from({ length: string.length }, (_, i) => string.charCodeAt(i)) };
}

function frames(string: string) {
  return findAllFrames(textOf(string), paragraphsOf(string));
}

const SPEAKERS: readonly (readonly [string, string, string | null, string | null])[] = [
  ['会议强调，要抓好防汛。', '会议强调', null, null],
  ['会议还指出，要抓好防汛。', '会议指出', null, null],
  ['区委常委会会议要求，各街道要动起来。', '会议要求', null, null],
  ['会议强调要守住底线。', '会议强调', null, null],
  ['通知要求，各地立即排查。', '通知要求', null, null],
  ['区长陈某山强调，要抓好防汛。', '区长陈某山强调', '区长', '陈某山'],
  ['区委副书记、区长陈某山指出，要抓好防汛。', '区长陈某山指出', '区长', '陈某山'],
  ['陈某山区长在会上强调，要抓好防汛。', '陈某山区长强调', '区长', '陈某山'],
  ['陈某山表示，将抓好防汛。', '陈某山表示', '', '陈某山'],
];

const PIECES = fc.constantFrom(
  ...[
    '会议强调',
    '，',
    '。',
    '区长王某',
    '他',
    '指出',
    '一是',
    '：',
    '“',
    '”',
    '\n',
    '在会上',
    '市委书记',
    '说',
    '了',
    '要求',
    '介绍',
    '。会后',
    '。随后，',
  ],
);
const STRINGS = fc
  .array(fc.oneof({ weight: 4, arbitrary: PIECES }, fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 60,
  })
  .map((pieces) => pieces.join(''));

describe('findAllFrames', () => {
  it.each(SPEAKERS)('reads %s', (string, frame, office, name) => {
    const [first] = frames(string);
    expect(first?.frame).toBe(frame);
    expect(first?.speaker ?? null).toEqual(office === null ? null : { office, name });
  });

  it.each([
    '这次会议开了两天。',
    '按要求整改到位。',
    '代表们认为，报告很好。',
    '他的话要求很高。',
    '提出了三条建议。',
  ])('finds no speaker in %s', (string) =>
    expect(frames(string).filter((f) => f.speaker !== null)).toEqual([]),
  );

  it('reaches to the next frame and over items on lines of their own', () => {
    const string =
      '会议强调，要抓落实。\n一是排查。\n二是整改。\n区领导参加会议。\n会议指出，成绩很大。会议要求，再接再厉。';
    const found = frames(string);
    expect(found.map((f) => f.frame)).toEqual(['会议强调', '会议强调', '会议强调', '会议指出', '会议要求']);
    expect(frameAt(found, string.indexOf('整改'))?.frame).toBe('会议强调');
    expect(frameAt(found, string.indexOf('区领导'))).toBeNull();
    expect(frameAt(found, string.indexOf('再接再厉'))?.frame).toBe('会议要求');
    expect(frameAt([], 3)).toBeNull();
  });

  it.each(ENDS_SPEECH)('ends before %s', (sentence) => {
    const found = frames(`会议强调，要抓落实。${sentence}`);
    expect(found).toMatchObject([{ frame: '会议强调', end: '会议强调，要抓落实。'.length }]);
    const list = frames(`会议强调，要抓落实。${sentence}\n一是抓治水。`);
    expect(list).toHaveLength(1);
  });

  it.each(NO_ENDS_OF_SPEECH)('goes on over %s', (sentence) => {
    const string = `会议强调，要抓落实。${sentence}`;
    expect(frames(string)).toMatchObject([{ frame: '会议强调', end: string.length }]);
  });

  it('ends within a paragraph that goes on with items', () => {
    const string = '会议强调，要抓落实。\n一是抓治水。会后，大家参观了展馆。\n二是抓治气。';
    const found = frames(string);
    expect(frameAt(found, string.indexOf('治水'))?.frame).toBe('会议强调');
    expect(frameAt(found, string.indexOf('展馆'))).toBeNull();
    expect(frameAt(found, string.indexOf('治气'))).toBeNull();
  });

  it('takes what a person tells of the time before for speech', () => {
    const string =
      '区长陈某山指出，形势很好。会议期间，媒体报道及时。此前，全区经济平稳。会后，大家参观了展馆。';
    const found = frames(string);
    expect(frameAt(found, string.indexOf('平稳'))?.frame).toBe('区长陈某山指出');
    expect(frameAt(found, string.indexOf('展馆'))).toBeNull();
  });

  it('knows whom a pronoun means', () => {
    const found = frames('市委书记林某川主持会议并讲话。他强调，要抓落实。\n他指出，不能松劲。');
    expect(found.map((f) => f.speaker?.name)).toEqual(['林某川', '林某川']);
  });

  it('gives disjoint frames in bounds for any text', () => {
    fc.assert(
      fc.property(STRINGS, (string) => {
        let end = 0;
        for (const frame of frames(string)) {
          expect(frame.start).toBeGreaterThanOrEqual(end);
          expect(frame.end).toBeGreaterThan(frame.start);
          end = frame.end;
        }
        expect(end).toBeLessThanOrEqual(string.length);
      }),
    );
  });

  it('stays linear on long text without punctuation', () => {
    // A quadratic step would run into the time limit of the test.
    expect(frames('会议强调'.repeat(100_000)).length).toBeLessThanOrEqual(100_000);
    expect(frames('他说，'.repeat(100_000)).length).toBeLessThanOrEqual(100_000);
  });
});

describe('findFrames', () => {
  it('tells the frame of every slogan, whichever paragraphs it reads', () => {
    fc.assert(
      fc.property(STRINGS, fc.array(fc.nat(120), { minLength: 1, maxLength: 6 }), (string, places) => {
        const matches = places
          .filter((place) => place < string.length)
          .sort((a, b) => a - b)
          .map((start) => ({ start, end: start + 1 }));
        const text = textOf(string);
        const all = findAllFrames(text, paragraphsOf(string));
        const some = findFrames(text, paragraphsOf(string), matches);
        const speech = (frame: Frame | null) => frame && [frame.start, frame.frame, frame.speaker];
        for (const { start } of matches)
          expect(speech(frameAt(some, start))).toEqual(speech(frameAt(all, start)));
      }),
      { numRuns: 5000 },
    );
  });

  it('reads on from earlier paragraphs', () => {
    const string = '市委书记林某川强调，要抓落实。\n他指出，不能松劲。\n一是排查。二是整改。';
    const slogan = { start: string.indexOf('整改'), end: string.indexOf('整改') + 2 };
    const found = findFrames(textOf(string), paragraphsOf(string), [slogan]);
    expect(frameAt(found, slogan.start)).toMatchObject({ frame: '他指出', speaker: { name: '林某川' } });
  });
});
