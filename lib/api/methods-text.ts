import type { Filters } from '@/lib/filters';
import type { MentionCount } from '@/lib/queries/mention-count';
import type { ScopeSize } from '@/lib/queries/scope-size';
import type { Interval } from '@/lib/stats/intervals';

export interface MethodsFacts {
  readonly slogan: string;
  readonly filters: Filters;
  readonly size: ScopeSize;
  readonly count: MentionCount;
  readonly interval: Interval;
  readonly state: { readonly version: number; readonly published: string; readonly synthetic: boolean };
}

const ISSUERS: Record<NonNullable<Filters['issuer']>, string> = {
  party: '党委',
  government: '政府',
  congress: '人大',
  cppcc: '政协',
  department: '部门',
  medium: '媒体',
};
const GENRES: Record<NonNullable<Filters['genre']>, string> = {
  meeting: '会议报道',
  report: '报告',
  notice: '通知公告',
  news: '新闻',
  speech: '讲话',
};

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

function scopeChinese(f: Filters): string {
  const parts = [
    f.from || f.until ? `${f.from ?? '最早'}至${f.until ?? '最近'}` : '全部时间',
    f.place ? `行政区划代码${f.place}${f.own ? '（仅本级）' : '（含下级）'}` : '全部地区',
    f.source ? `第${f.source}号来源` : '全部来源',
    ...(f.issuer ? [`发布机构为${ISSUERS[f.issuer]}`] : []),
    ...(f.genre ? [`体裁为${GENRES[f.genre]}`] : []),
    f.copies === 'once' ? '同一地区同月的重复文本只计一次' : '重复文本全部计入',
  ];
  return parts.join('，');
}

function scopeEnglish(f: Filters): string {
  const parts = [
    f.from || f.until
      ? `${f.from ?? 'the beginning'} to ${f.until ?? 'the end'} of the data`
      : 'the whole period',
    f.place ? `place ${f.place} (GB/T 2260)${f.own ? ', its own level only' : ' and below'}` : 'all places',
    f.source ? `source number ${f.source}` : 'all sources',
    ...(f.issuer ? [`issuing body: ${f.issuer}`] : []),
    ...(f.genre ? [`genre: ${f.genre}`] : []),
    f.copies === 'once' ? 'a text repeated in a place within a month counted once' : 'every copy counted',
  ];
  return parts.join('; ');
}

/** A paragraph on what was counted and how, in Chinese and English, with the numbers filled in. */
export function methodsText(
  { slogan, filters, size, count, interval, state }: MethodsFacts,
  most: number,
): string {
  const share = size.reports === 0 ? null : percent(count.reports / size.reports);
  const bounds = `${percent(interval.low)}–${percent(interval.high)}`;
  const [rateZh, rateEn] = share
    ? [`占${share}（95%置信区间${bounds}，Wilson法）`, `${share} (95% interval ${bounds}, Wilson)`]
    : ['范围内没有报道，无从计算占比', 'no reports in the scope, hence no share'];
  const synthetic = state.synthetic
    ? [
        '语料中含有演示用的合成文档，不可作为事实引用。\n',
        'The corpus holds made-up documents for demonstration: do not cite it as fact.\n',
      ]
    : ['', ''];
  return `方法
范围：${scopeChinese(filters)}。
范围内共有${size.reports}篇报道、${size.characters}字（不含空白）；提法「${slogan}」在其中${count.reports}篇里出现${count.mentions}次，${rateZh}。
首次出现：${count.first ?? '无日期可考'}；末次出现：${count.last ?? '无日期可考'}。
计数单位为报道；长提法优先，互不重叠；标题计一次，导航与转载声明不计。mentions.csv 至多收最近的${most}次。
数据版本${state.version}（${state.published}）。
${synthetic[0]}
Method
Scope: ${scopeEnglish(filters)}.
The scope holds ${size.reports} reports of ${size.characters} characters (without blanks); the slogan ${slogan} stands in ${count.reports} of them, ${count.mentions} times: ${rateEn}.
First use: ${count.first ?? 'not dated'}; last use: ${count.last ?? 'not dated'}.
The unit is the report; the longest slogan wins and none overlap; a title counts once, navigation and notices do not. mentions.csv holds the newest ${most} at most.
Data version ${state.version} (${state.published}).
${synthetic[1]}`;
}
