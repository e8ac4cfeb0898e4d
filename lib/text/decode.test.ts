import { Buffer, isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8, inputOf } from '@/lib/kernel/room';
import { decode } from './decode';
import { buildGbkTables, encodeGbk } from './gbk';

const gbk = buildGbkTables();
const SENTENCE = '会议强调，要坚持以人民为中心的发展思想，扎实推进各项工作。';
const TRADITIONAL = '會議強調，要堅持以人民為中心的發展思想。';
/** 會議強調，要 … in Big5, written by hand as bytes. */
const BIG5 = Uint8Array.from([
  0xb7, 0x7c, 0xc4, 0xb3, 0xb1, 0x6a, 0xbd, 0xd5, 0xa1, 0x41, 0xad, 0x6e, 0xa4, 0xa4, 0xb0, 0xea,
]);

function utf32(text: string, write: 'writeUInt32LE' | 'writeUInt32BE'): Buffer {
  const codes = Array.from(text, (c) => c.codePointAt(0) ?? 0);
  const bytes = Buffer.alloc(codes.length * 4);
  for (const [i, code] of codes.entries()) bytes[write](code, i * 4);
  return bytes;
}

function gb(text: string): Uint8Array {
  return encodeGbk(text, gbk) ?? new Uint8Array(0);
}

describe('decode', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    expect(decode(Buffer.from(SENTENCE))).toEqual({
      text: SENTENCE,
      encoding: 'utf-8',
      notes: [],
      binary: false,
    });
    expect(decode(Buffer.from(`\uFEFF${SENTENCE}`)).text).toBe(SENTENCE);
  });

  it('reads GB18030 without a declaration and against a wrong one', () => {
    expect(decode(gb(SENTENCE))).toMatchObject({ text: SENTENCE, encoding: 'gb18030', notes: [] });
    expect(decode(gb(TRADITIONAL))).toMatchObject({ text: TRADITIONAL, encoding: 'gb18030' });
    const wrong = decode(gb(SENTENCE), 'utf-8');
    expect(wrong.text).toBe(SENTENCE);
    expect(wrong.notes.map((note) => note.code)).toEqual(['wrong-declaration']);
    expect(decode(gb(SENTENCE), 'big5').encoding).toBe('gb18030');
  });

  it('believes valid UTF-8 over a declaration', () => {
    const wrong = decode(Buffer.from(SENTENCE), 'GB2312');
    expect(wrong).toMatchObject({ text: SENTENCE, encoding: 'utf-8' });
    expect(wrong.notes[0]?.code).toBe('wrong-declaration');
  });

  it('believes a declaration for bytes that are valid either way', () => {
    expect(decode(gb('联通'), 'gbk').text).toBe('联通');
  });

  it('tells Big5 from GB18030', () => {
    expect(decode(BIG5)).toMatchObject({ text: '會議強調，要中國', encoding: 'big5' });
    expect(decode(BIG5, 'big5').notes).toEqual([]);
  });

  it('reads UTF-16 in both orders, marked or not', () => {
    const little = Buffer.from(SENTENCE, 'utf16le');
    const big = Buffer.from(little).swap16();
    expect(decode(little)).toMatchObject({ text: SENTENCE, encoding: 'utf-16le' });
    expect(decode(big)).toMatchObject({ text: SENTENCE, encoding: 'utf-16be' });
    expect(decode(Buffer.concat([Uint8Array.of(0xff, 0xfe), little])).text).toBe(SENTENCE);
    expect(decode(Buffer.concat([Uint8Array.of(0xfe, 0xff), big])).text).toBe(SENTENCE);
  });

  it('reads UTF-32 in both orders, marked or not, and beyond the first plane', () => {
    const text = `${SENTENCE}𠮷野\n`;
    for (const write of ['writeUInt32LE', 'writeUInt32BE'] as const) {
      const encoding = write === 'writeUInt32LE' ? 'utf-32le' : 'utf-32be';
      const bytes = utf32(text, write);
      expect(decode(bytes)).toEqual({ text, encoding, notes: [], binary: false });
      expect(decode(utf32(`\uFEFF${text}`, write))).toMatchObject({ text, encoding });
      expect(decode(bytes, 'utf-8').notes.map((each) => each.code)).toEqual(['wrong-declaration']);
      expect(decode(Buffer.concat([utf32(`\uFEFF${text}`, write), Uint8Array.of(0x4e)]))).toMatchObject({
        text: `${text}\uFFFD`,
        notes: [{ code: 'invalid-bytes' }],
      });
    }
  });

  it('does not take UTF-16 or zeros for UTF-32', () => {
    expect(decode(Buffer.from(`${SENTENCE}abcdefgh`, 'utf16le')).encoding).toBe('utf-16le');
    expect(decode(new Uint8Array(64)).binary).toBe(true);
  });

  it('reads a page of UTF-8 with a part in GBK line by line, and says where', () => {
    const [frame, part] = ['某某市人民政府网站\n首页 > 要闻\n', `${SENTENCE}\n${TRADITIONAL}\n`];
    const rest = `${SENTENCE}${SENTENCE}版权所有\n`;
    const decoded = decode(Buffer.concat([Buffer.from(frame), gb(part), Buffer.from(rest)]), 'utf-8');
    expect(decoded.text).toBe(frame + part + rest);
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.notes).toEqual([
      {
        stage: 'decode',
        code: 'mixed-encodings',
        start: frame.length,
        detail: `gb18030, ${part.length} characters`,
      },
    ]);
    expect(decode(Buffer.concat([Buffer.from(`\uFEFF${frame}`), gb(part)])).text).toBe(frame + part);
  });

  it('reads both in one line, where something below 0x40 stands between them', () => {
    const bytes = Buffer.concat([
      Buffer.from(`<p>${SENTENCE}</p><p>`),
      gb(SENTENCE),
      Buffer.from(`</p><p>${SENTENCE}</p>`),
    ]);
    const { text, encoding, notes } = decode(bytes);
    expect(text).toBe(`<p>${SENTENCE}</p><p>${SENTENCE}</p><p>${SENTENCE}</p>`);
    expect(encoding).toBe('utf-8');
    expect(notes.map((each) => each.code)).toEqual(['mixed-encodings']);
  });

  it('takes a page in GBK for one, whatever its lines are', () => {
    const lines = fc.array(fc.constantFrom('联通', SENTENCE, TRADITIONAL, 'ABC', '移动', '会议强调，'), {
      minLength: 3,
      maxLength: 12,
    });
    fc.assert(
      fc.property(lines, (parts) => {
        const text = `${SENTENCE}\n${parts.join('\n')}`;
        expect(decode(gb(text))).toMatchObject({ text, encoding: 'gb18030', notes: [] });
      }),
    );
  });

  it('keeps UTF-8 that is broken in a few places', () => {
    const bytes = Buffer.from(SENTENCE.repeat(4));
    const cut = decode(bytes.subarray(0, bytes.length - 1));
    expect(cut.encoding).toBe('utf-8');
    expect(cut.notes.map((note) => note.code)).toEqual(['invalid-bytes']);
  });

  it('refuses binary files and notes empty ones', () => {
    expect(decode(Buffer.from('%PDF-1.7 …')).binary).toBe(true);
    expect(decode(Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 256)).binary).toBe(true);
    expect(decode(new Uint8Array(0)).notes).toEqual([{ stage: 'decode', code: 'empty' }]);
  });

  it('reads plain ASCII', () => {
    expect(decode(Buffer.from('plain'))).toEqual({
      text: 'plain',
      encoding: 'utf-8',
      notes: [],
      binary: false,
    });
  });
});

describe('decoding short texts', () => {
  it('agrees with the decoder of the platform, and leaves the units with zeros behind', () => {
    const parts = fc.oneof(
      fc.constantFrom('会议', '。', 'a', '12', 'é', '😀', '会议强调要坚持', '\u0800', '\uFFFF', '\u007f'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (pieces) => {
        const bytes = Buffer.from(pieces.join('').toWellFormed());
        const text = bytes.toString();
        expect(decodeUtf8(bytes)).toBe(text.includes('\0') ? null : text);
        if (text.includes('\0')) return;
        const units = [...inputOf(text).subarray(0, text.length + 4)];
        expect(units).toEqual([...Array.from(text.split(''), (c) => c.charCodeAt(0)), 0, 0, 0, 0]);
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses exactly what the platform refuses', () => {
    const bytes = fc.constantFrom(
      0x41,
      0x7f,
      0x80,
      0x9f,
      0xa0,
      0xbf,
      0xc1,
      0xc2,
      0xe0,
      0xed,
      0xe4,
      0xef,
      0xf0,
      0xf4,
      0xf5,
    );
    const three = fc.constantFrom('会议', '强', '，').map((text) => [...Buffer.from(text)]);
    const pieces = fc.oneof(
      bytes.map((byte) => [byte]),
      three,
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const buffer = Buffer.from(parts.flat());
        expect(decodeUtf8(buffer)).toBe(isUtf8(buffer) ? buffer.toString() : null);
      }),
      { numRuns: 3000 },
    );
  });
});
