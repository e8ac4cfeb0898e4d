import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { confidenceOf } from './byte-shift';
import { type Damaged, damage, naiveTraditional, OFTEN_ANNOTATED } from './damage';
import { toOriginal } from './offsets';
import { restore } from './restore';
import { loadTextTables } from './tables';

const tables = loadTextTables('data');
const readings = tables.readings();

function makePage(text: string, annotated: string): Damaged {
  const table = new Map([...annotated].map((c) => [c, readings.get(c.charCodeAt(0))?.[0] ?? ''] as const));
  const options = { annotated: table, cuts: ['；', '？'], folds: true };
  const damaged = damage(naiveTraditional(text, tables.conversion), options, tables.gbk());
  if (!damaged) throw new Error('outside of the code page');
  return damaged;
}

const TEXT =
  '会议强调，要扎实推进重点领域专项治理，督促燃气企业落实安全生产责任，稳步有序实现产业发展目标。各级各部门要提高政治站位；压实工作责任；强化危化品、交通运输、建筑施工等行业监管，加快重点项目建设。';

describe('damaged text', () => {
  it('is damaged as the pages seen are', () => {
    expect(makePage('有序实现产业', '驅現產').text).toBe('有序?qū)崿F(xiàn)產(chǎn)業');
    expect(makePage('加快重点', '').text).toBe('加快重點');
    expect(makePage('强化危化品、交通运输', '').text).toBe('強化?;贰⒔煌ㄟ\\輸');
  });

  it('comes back', () => {
    const damaged = makePage(TEXT, OFTEN_ANNOTATED);
    expect(damaged.torn).toBeGreaterThan(0);
    expect(damaged.cuts).toBeGreaterThan(0);
    const restored = restore(damaged.text, tables);
    expect(restored.text.string).toBe(TEXT);
    expect(restored.repairs.filter((repair) => repair.kind === 'byte-shift').length).toBeGreaterThan(0);
    for (const { confidence } of restored.repairs) expect(confidence).toBeGreaterThan(0.5);
  });

  it('keeps the way back to what is shown', () => {
    const { text } = makePage('会议强调，要有序实现产业发展。', '驅現產會調');
    const restored = restore(text, tables);
    const at = restored.text.string.indexOf('实现产业');
    const span = toOriginal(restored.map, at, at + 4);
    expect(text.slice(span.start, span.end)).toBe('?qū)崿F(xiàn)產(chǎn)業');
  });

  it('marks what was swallowed as a gap and invents nothing', () => {
    // 覈 (hé) is D2 87: the trail byte of 我 and the lead byte of 國, whose trail byte then takes the 3 along.
    const { text, swallowed } = makePage('覆盖到我国31个省区市的各级各部门，要压实工作责任。', '覈個區級');
    expect(swallowed).toBe(1);
    const restored = restore(text, tables);
    expect(restored.text.string).toBe('覆盖到我国\uFFFD1个省区市的各级各部门，要压实工作责任。');
    expect(restored.notes.map((note) => note.code)).toEqual(['character-lost']);
  });

  it('leaves question marks of other text alone', () => {
    for (const text of [
      '这是什么?;那是什么?',
      '真的??是的。',
      '這是什麼?;那又是什麼呢?',
      '這是什麼?？那又是什麼呢?；好',
      'what?;no',
    ]) {
      expect(restore(text, tables).repairs.filter((repair) => repair.kind === 'byte-shift')).toEqual([]);
    }
  });

  it('never makes restoring throw, and restores the same again', () => {
    const alphabet = [...'會議強調，。實現產業區?;()ūāqhm1a「」', '?qū)', '(huì)', '?;', '??', '\n'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...alphabet), { maxLength: 30 }), (parts) => {
        const once = restore(parts.join(''), tables).text.string;
        expect(once.length).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('confidenceOf', () => {
  it('rises with the margin', () => {
    expect(confidenceOf(2)).toBeLessThan(0.7);
    expect(confidenceOf(6)).toBeCloseTo(0.9, 1);
    expect(confidenceOf(15)).toBeGreaterThan(0.99);
  });
});

const SEEDS = '../shared/seeds';
const GOLD = '../shared/gold/seeds.json';
const Gold = z.object({
  documents: z.array(z.object({ file: z.string(), repaired: z.array(z.string()).optional() })),
});

describe('the five pages that the project began with', () => {
  if (!existsSync(GOLD)) {
    it('are not here: shared corpus not present', () => console.log('shared corpus not present'));
    return;
  }
  const { documents } = Gold.parse(JSON.parse(readFileSync(GOLD, 'utf8')));
  it.each(documents)('$file comes back whole', ({ file, repaired = [] }) => {
    const { text, notes } = restore(readFileSync(`${SEEDS}/${file}`, 'utf8'), tables);
    for (const phrase of repaired) expect(text.string).toContain(phrase);
    expect(notes).toEqual([]);
    expect(text.string).not.toMatch(
      /[?？][;；a-zāáǎàēéěèīíǐìōóǒòūúǔù]|[(（][a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/,
    );
    expect(restore(text.string, tables).text.string).toBe(text.string);
  });
});
