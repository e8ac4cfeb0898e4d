export type DemoLevel = 'country' | 'province' | 'city' | 'district';

export interface DemoPlace {
  /** GB/T 2260. */
  readonly code: string;
  readonly name: string;
  readonly path: readonly string[];
  readonly level: DemoLevel;
  /** What its officials call it: 全市, 我区. */
  readonly word: string;
  /** How many documents it gives compared with the others of its level. */
  readonly weight: number;
}

const ROWS = `
100000	全国	1
440000	广东省	1
440300	广东省/深圳市	3
440307	广东省/深圳市/龙岗区	3
440305	广东省/深圳市/南山区	2
440100	广东省/广州市	2
440106	广东省/广州市/天河区	2
440600	广东省/佛山市	2
440605	广东省/佛山市/南海区	2
440606	广东省/佛山市/顺德区	1
330000	浙江省	1
330100	浙江省/杭州市	2
330106	浙江省/杭州市/西湖区	2
330109	浙江省/杭州市/萧山区	1
330500	浙江省/湖州市	2
330521	浙江省/湖州市/德清县	2
330200	浙江省/宁波市	1
330212	浙江省/宁波市/鄞州区	2
320000	江苏省	1
320100	江苏省/南京市	2
320106	江苏省/南京市/鼓楼区	2
320500	江苏省/苏州市	2
320506	江苏省/苏州市/吴中区	2
320205	江苏省/无锡市/锡山区	1
320200	江苏省/无锡市	1
350000	福建省	1
350500	福建省/泉州市	2
350503	福建省/泉州市/丰泽区	3
350200	福建省/厦门市	2
350203	福建省/厦门市/思明区	2
350100	福建省/福州市	1
350102	福建省/福州市/鼓楼区	2
130000	河北省	1
130100	河北省/石家庄市	2
130104	河北省/石家庄市/桥西区	2
130200	河北省/唐山市	1
130203	河北省/唐山市/路北区	2
130600	河北省/保定市	1
130606	河北省/保定市/莲池区	1
210000	辽宁省	1
211100	辽宁省/盘锦市	2
211103	辽宁省/盘锦市/兴隆台区	3
210100	辽宁省/沈阳市	2
210106	辽宁省/沈阳市/铁西区	1
210200	辽宁省/大连市	1
`;

const WORDS: Readonly<Record<DemoLevel, string>> = {
  country: '国',
  province: '省',
  city: '市',
  district: '区',
};

/** The country, six provinces, their cities and districts: 45 real divisions, with codes valid from 2018 to 2023. */
export const DEMO_PLACES: readonly DemoPlace[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [code = '', names = '', weight = '1'] = row.split('\t');
    const path = names.split('/');
    const name = path.at(-1) ?? '';
    const level = levelOf(code, path.length);
    const word = name.endsWith('县') ? '县' : WORDS[level];
    return { code, name, path: code === '100000' ? [] : path, level, word, weight: Number(weight) };
  });

function levelOf(code: string, depth: number): DemoLevel {
  if (code === '100000') return 'country';
  return depth === 1 ? 'province' : depth === 2 ? 'city' : 'district';
}

/** A district that never takes up this slogan while its neighbours do: what a page of silences should show. */
export const SILENT = { place: '440605', slogan: '两个确立' } as const;

/** A publication that stops: nothing of this place comes after this month, although the place goes on. */
export const STOPPED = { place: '210106', after: '2021-06' } as const;
