import { describe, expect, it } from 'vitest';
import { loadGazetteer, placeByName } from './gazetteer.ts';
import { shortNames } from './short-name.ts';
import { DATA, gazetteer } from './testing.ts';

describe('gazetteer', () => {
  it.each([
    ['深圳市', '440300'],
    ['440300', '440300'],
    ['龙岗区', '440307'],
    ['龙岗', '440307'],
    ['广东省深圳市龙岗区', '440307'],
    ['广东省/深圳市/龙岗区', '440307'],
    ['江苏省南京市鼓楼区', '320106'],
    ['北京市朝阳区', '110105'],
    ['吉林', '220000'],
    ['海南', '460000'],
    ['恩施州', '422800'],
    ['雄安新区', '133100'],
    ['大鹏新区', '440307'],
    ['莱芜区', '370116'],
    ['石河子市', '659001'],
    ['香港', '810000'],
    ['台湾', '710000'],
    ['全国', '100000'],
    ['100000', '100000'],
  ])('%s is %s', (written, code) => {
    expect(placeByName(gazetteer, written)?.code).toBe(code);
  });

  it.each(['鼓楼区', '没有这个地方', '', '999999'])('"%s" is no single place', (written) => {
    expect(placeByName(gazetteer, written)).toBeNull();
  });

  it('names the path from the province down', () => {
    expect(gazetteer.pathOf('440307')).toEqual(['广东省', '深圳市', '龙岗区']);
    expect(gazetteer.pathOf('110105')).toEqual(['北京市', '朝阳区']);
    expect(gazetteer.pathOf('469002')).toEqual(['海南省', '琼海市']);
    expect(gazetteer.pathOf('100000')).toEqual(['全国']);
    expect(gazetteer.pathOf('999999')).toEqual([]);
  });

  it('knows what a code was called when', () => {
    expect(gazetteer.byCode('130502', '2015-01')?.name).toBe('桥东区');
    expect(gazetteer.byCode('130502', '2023-01')?.name).toBe('襄都区');
    expect(gazetteer.byCode('371200')?.successors).toEqual(['370116', '370117']);
  });

  it('leads every division that ended since 2000 to divisions of today', () => {
    const alive = new Set(gazetteer.divisions.filter((d) => d.until === '').map((d) => d.code));
    const lost: string[] = [];
    for (const { code, name, until, successors } of gazetteer.divisions) {
      if (until < '2000' || alive.has(code)) continue;
      let [next, steps] = [successors, 0];
      while (next.some((each) => !alive.has(each)) && steps++ < 5)
        next = next.flatMap((each) =>
          alive.has(each) ? [each] : (gazetteer.byCode(each)?.successors ?? []),
        );
      if (next.length === 0 || steps >= 5) lost.push(`${code} ${name} ${until}`);
    }
    expect(lost).toEqual([]);
  });

  it.each([
    ['闸北区', ['310106']],
    ['萝岗区', ['440112']],
    ['吴县市', ['320506', '320507']],
    ['市中区', ['510903', '510904']],
  ])('%s became %j', (name, codes) => {
    const ended = gazetteer.divisions.filter((d) => d.name === name && d.until !== '');
    expect(ended.map((d) => d.successors)).toContainEqual(codes);
  });

  it('has no pseudo-codes, and every parent and successor exists', () => {
    for (const { code, name, parent, successors } of gazetteer.divisions) {
      expect(code, name).not.toMatch(/^\d{4}7\d$/);
      expect(name).not.toBe('市辖区');
      if (parent !== '') expect(gazetteer.byCode(parent), `${code} ${parent}`).not.toBeNull();
      for (const next of successors) expect(gazetteer.byCode(next), `${code} ${next}`).not.toBeNull();
    }
    for (const { name, code } of gazetteer.media) expect(gazetteer.byCode(code), name).not.toBeNull();
  });

  it('counts thirty-four provinces', () => {
    const provinces = gazetteer.divisions.filter((d) => d.level === 'province' && d.until === '');
    expect(provinces).toHaveLength(34);
  });

  it('finds the counties of a town', () => {
    expect(gazetteer.countiesOfTown('坂田街道')).toEqual(['440307']);
    expect(gazetteer.countiesOfTown('没有街道')).toEqual([]);
  });

  it('loads anew without sharing state', () => {
    expect(loadGazetteer(DATA).divisions.length).toBe(gazetteer.divisions.length);
  });

  it.each([
    ['深圳市', ['深圳']],
    ['恩施土家族苗族自治州', ['恩施', '恩施州']],
    ['内蒙古自治区', ['内蒙古']],
    ['前郭尔罗斯蒙古族自治县', ['前郭尔罗斯', '前郭尔罗斯县']],
    ['香港特别行政区', ['香港']],
    ['任县', []],
    ['东区', []],
  ])('%s is called %j', (name, shorts) => {
    expect(shortNames(name)).toEqual(shorts);
  });
});
