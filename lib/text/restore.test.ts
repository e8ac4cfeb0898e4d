import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toOriginal } from './offsets';
import { restore } from './restore';
import { loadTextTables } from './tables';

const tables = loadTextTables('data');
const text = (original: string): string => restore(original, tables).text.string;

describe('restore', () => {
  it('leaves clean simplified text alone', () => {
    const clean = '会议强调，要坚持“四个意识”（2021年）：一是抓落实；二是促改革。\n会议还研究了其他事项。';
    const restored = restore(clean, tables);
    expect(restored.text.string).toBe(clean);
    expect(restored).toMatchObject({ map: [], repairs: [], notes: [] });
    expect(restored.paragraphs).toEqual([
      { start: 0, end: 34 },
      { start: 35, end: clean.length },
    ]);
  });

  it('cuts readings out and simplifies', () => {
    const original = '會(huì)議強(qiáng)調(diào),區(qū)委(扩大)會(huì)議(PPP)要做好村(社區(qū))工作。';
    const restored = restore(original, tables);
    expect(restored.text.string).toBe('会议强调，区委（扩大）会议（PPP）要做好村（社区）工作。');
    expect(restored.repairs).toHaveLength(6);
    expect(restored.repairs[0]).toEqual({
      kind: 'annotation',
      start: 0,
      end: 1,
      was: '會(huì)',
      confidence: 1,
    });
    const at = restored.text.string.indexOf('强调');
    const span = toOriginal(restored.map, at, at + 2);
    expect(original.slice(span.start, span.end)).toBe('強(qiáng)調');
  });

  it('writes one form of width', () => {
    expect(text('推进１＋１＋９和１００％覆盖,时间为12：30;网址http://a.cn/?a=1,b')).toBe(
      '推进1+1+9和100%覆盖，时间为12:30；网址http://a.cn/?a=1,b',
    );
    expect(text('他说:"要干!"')).toBe('他说：“要干！”');
    expect(text('面积1,000平方米,增长3.5%')).toBe('面积1,000平方米，增长3.5%');
  });

  it('trims, collapses and closes up spaces', () => {
    expect(text('　　第一段。\r\n\r\n　　第二段　内容\n  通　知  ')).toBe('第一段。\n第二段 内容\n通知');
    expect(text('各市人民政府：　　现将有关事项通知如下。　　一、总体要求')).toBe(
      '各市人民政府：\n现将有关事项通知如下。\n一、总体要求',
    );
  });

  it('takes carriage returns alone, and line separators, for line ends', () => {
    expect(text('会议召开。\r会议强调，要抓落实。\r')).toBe('会议召开。\n会议强调，要抓落实。');
    expect(text('会议召开。\u2028会议强调。\u2029要抓落实。\r\n结束。')).toBe(
      '会议召开。\n会议强调。\n要抓落实。\n结束。',
    );
    const { map } = restore('一。\r二。\r', tables);
    expect(toOriginal(map, 3, 5)).toEqual({ start: 3, end: 5 });
  });

  it('joins lines that were cut at a column width', () => {
    const cut =
      '    会议强调要深入学习贯彻落实各项\n决策部署坚持稳中求进工作总基调推\n动经济社会发展取得新的成效我们要\n认真抓好落实。\n    会议要求各地各部门要压实工作责\n任。';
    expect(text(cut)).toBe(
      '会议强调要深入学习贯彻落实各项决策部署坚持稳中求进工作总基调推动经济社会发展取得新的成效我们要认真抓好落实。\n会议要求各地各部门要压实工作责任。',
    );
  });

  it('removes entities, zero-width and private-use characters', () => {
    expect(text('会议&nbsp;强调&ldquo;四个意识&rdquo;\u200b\ue000 R&D')).toBe('会议 强调“四个意识” R&D');
  });

  it('undoes mojibake', () => {
    expect(text('ä¼šè®®å¼ºè°ƒâ€œå…­ç¨³â€\u009d')).toBe('会议强调“六稳”');
    expect(restore('会议锟斤拷锟斤拷', tables).notes.map((note) => note.code)).toEqual(['lost-text']);
  });
});

describe('restore, of any text', () => {
  const alphabet = [
    ...'会議區区强調一二三，、。；：,;:?!() "“”（）　\n\t&nbsp;(qū)?)ab1２Ａ原标题编辑：|责ICP备\u200b\ue000﻿',
  ];
  const messy = fc.array(fc.constantFrom(...alphabet), { maxLength: 60 }).map((parts) => parts.join(''));
  it('takes out letter-spacing in lines that only the pass before told apart', () => {
    expect(text(')　　会 会')).toBe('）\n会会');
  });
  it('reads nothing that an earlier document left in its buffers', () => {
    text('召开会议abcdefghijklmnopqrstuvwxyz');
    expect(text('\t会会?')).toBe('会会？');
  });
  it('never throws, keeps spans in bounds, and is idempotent', () => {
    fc.assert(
      fc.property(fc.oneof(messy, fc.string({ unit: 'binary', maxLength: 40 })), (original) => {
        const restored = restore(original, tables);
        const { string, units } = restored.text;
        expect(units.length).toBe(string.length);
        for (const span of [...restored.paragraphs, ...restored.repairs]) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(string.length);
        }
        for (let i = 0; i < string.length; i++) {
          const span = toOriginal(restored.map, i, i + 1);
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(original.length);
        }
        expect(text(string)).toBe(string);
      }),
      { numRuns: 3000 },
    );
  });
});
