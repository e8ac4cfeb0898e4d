/** A report as `npm run ingest` reads it. */
interface PlantedReport {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly source: string;
  readonly date: string;
  readonly place: string;
}

/** A way in which a number misleads: where it is planted, in which bucket, and the code that has to say so. */
export interface Planted {
  readonly name: string;
  readonly place: string;
  readonly from: string;
  readonly until: string;
  /** Months in which the code stands, and no others. */
  readonly months: readonly string[];
  readonly code: string;
}

/** Counties that the demonstration corpus does not know. */
const PLACES = {
  thin: '460105',
  mix: '460106',
  relayed: '460107',
  origin: '460108',
  stopped: '540102',
  last: '540103',
};

export const SLOGAN = '六稳';

export const PLANTED: readonly Planted[] = [
  {
    name: 'too few reports',
    place: PLACES.thin,
    from: '2019-01',
    until: '2019-06',
    months: ['2019-03'],
    code: 'thin',
  },
  {
    name: 'mixed genres',
    place: PLACES.mix,
    from: '2019-01',
    until: '2019-06',
    months: ['2019-04'],
    code: 'mix-shifted',
  },
  {
    name: 'relayed text',
    place: PLACES.relayed,
    from: '2019-01',
    until: '2019-06',
    months: ['2019-05'],
    code: 'relayed',
  },
  {
    name: 'a source that stopped',
    place: PLACES.stopped,
    from: '2019-01',
    until: '2019-06',
    months: ['2019-04', '2019-05', '2019-06'],
    code: 'source-stopped',
  },
  {
    name: 'an unfinished month',
    place: PLACES.last,
    from: '2024-01',
    until: '2024-03',
    months: ['2024-03'],
    code: 'unfinished',
  },
];

/** Numbers from a seed (mulberry32): the same corpus every time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS =
  '河边 桥头 小学 菜场 路灯 公园 书店 车站 水渠 果园 茶山 渔港 码头 库房 诊所 食堂 球场 剧院 苗圃 磨坊 街巷 院落 台阶 围墙 操场 花坛 井盖 站牌 雨棚 长椅 灯塔 石板 竹林 稻田 麦垛 羊圈 蜂箱 窑口 染坊 油坊'.split(
    ' ',
  );
const DOING =
  '查看 修整 清点 粉刷 打扫 疏通 登记 补种 测量 搬运 晾晒 加固 换新 编号 试用 拍照 记录 移走'.split(' ');

/** Sentences of ours that no two reports share, so that none is a copy of another but where it is meant to be. */
function sentences(random: () => number): string {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  return Array.from(
    { length: 14 },
    () =>
      `${pick(WORDS)}${pick(DOING)}了${Math.floor(random() * 900) + 2}处${pick(WORDS)}，又${pick(DOING)}${pick(WORDS)}`,
  ).join('；');
}

const random = randomFrom(20_260);

function report(
  at: Pick<PlantedReport, 'place' | 'date' | 'source'>,
  number: number,
  title: string,
): PlantedReport {
  const said = number % 3 === 0 ? `要扎实做好“${SLOGAN}”工作。` : '';
  const text = `${said}${sentences(random)}。`;
  return { ...at, id: `${at.place}-${at.date}-${at.source}-${number}`, title, text };
}

interface Month {
  readonly place: string;
  readonly month: string;
  readonly reports: number;
  readonly source?: string;
  readonly title?: (number: number) => string;
}

/** Reports of one place in one month, one day after the other. */
function month({ place, month: m, reports, source = 'planted-one', title = (i) => `第${i}号消息` }: Month) {
  return Array.from({ length: reports }, (_, i) => {
    const date = `${m}-${String((i % 9) + 1).padStart(2, '0')}`;
    return report({ place, date, source }, i, title(i));
  });
}

const MONTHS = [1, 2, 3, 4, 5, 6].map((n) => `2019-0${n}`);

/** What is relayed: the same text a day before, in another place and by another source. */
function withOrigins(reports: readonly PlantedReport[]): PlantedReport[] {
  const origins = reports.map((r) => ({
    ...r,
    id: `origin-${r.id}`,
    place: PLACES.origin,
    source: 'planted-origin',
    date: new Date(Date.parse(r.date) - 86_400_000).toISOString().slice(0, 10),
  }));
  return [...reports, ...origins];
}

/** All planted reports. The data end on 4 March 2024, so that this month is not over. */
export function misleadingCorpus(): PlantedReport[] {
  const meeting = (i: number) => `县政府召开第${i}次常务会议`;
  const notice = (i: number) => `关于做好第${i}项工作的通知`;
  return [
    ...MONTHS.flatMap((m) => month({ place: PLACES.thin, month: m, reports: m === '2019-03' ? 5 : 30 })),
    ...MONTHS.flatMap((m) =>
      month({ place: PLACES.mix, month: m, reports: 40, title: m === '2019-04' ? notice : meeting }),
    ),
    ...MONTHS.flatMap((m) => {
      const reports = month({ place: PLACES.relayed, month: m, reports: 30 });
      return m === '2019-05' ? withOrigins(reports) : reports;
    }),
    ...MONTHS.flatMap((m) => month({ place: PLACES.stopped, month: m, reports: 25 })),
    ...MONTHS.slice(0, 3).flatMap((m) =>
      month({ place: PLACES.stopped, month: m, reports: 25, source: 'planted-two' }),
    ),
    ...['2024-01', '2024-02', '2024-03'].flatMap((m) => month({ place: PLACES.last, month: m, reports: 30 })),
  ];
}
