import type { Filters } from '@/lib/filters';

const ISSUERS: Record<NonNullable<Filters['issuer']>, string> = {
  party: '党委',
  government: '政府',
  congress: '人大',
  cppcc: '政协',
  department: '部门',
  medium: '媒体',
};
const GENRES: Record<NonNullable<Filters['genre']>, string> = {
  meeting: '会议',
  report: '报告',
  notice: '通知',
  news: '新闻',
  speech: '讲话',
};

/** The filters as a clause of a Chinese paragraph on method. */
export function scopeChinese(f: Filters): string {
  const parts = [
    f.from || f.until ? `${f.from ?? '最早'}至${f.until ?? '最近'}` : '全部时间',
    f.place ? `行政区划代码${f.place}${f.own ? '（只看本级）' : '（含下级）'}` : '所有地区',
    f.source ? `第${f.source}号来源` : '所有来源',
    ...(f.issuer ? [`发布机构为${ISSUERS[f.issuer]}`] : []),
    ...(f.genre ? [`体裁为${GENRES[f.genre]}`] : []),
    f.copies === 'once' ? '转载只计一次（同一文字在同一地区同一个月里）' : '转载都计',
  ];
  return parts.join('，');
}

/** The same in English. */
export function scopeEnglish(f: Filters): string {
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
