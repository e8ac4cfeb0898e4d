import type { Page } from './test-server';

/** A report of a made-up district, as a site shows it. */
export interface SiteReport {
  readonly number: number;
  /** ISO. */
  readonly day: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** A site made with one of the common systems: its pages, and what a recipe says of it (addresses from the host on). */
export interface TestSite {
  readonly pages: Record<string, Page>;
  readonly recipe: (host: string) => object;
}

const ps = (r: SiteReport) => r.paragraphs.map((p) => `<p>　　${p}</p>`).join('');
const chinese = (day: string) => day.replace(/(\d+)-0?(\d+)-0?(\d+)/, '$1年$2月$3日');
const half = <T>(list: readonly T[]) =>
  [list.slice(0, list.length >> 1), list.slice(list.length >> 1)] as const;
const menu =
  '<div class="nav"><a href="/">网站首页</a><a href="/zjlg/lgjj/index.html">走进本区基本情况概览</a></div>';

/** TRS WCM: lists index.html and index_1.html, pages t20210304_1.html, the text in .TRS_Editor, the meta tags of the standard. */
export function trsSite(reports: readonly SiteReport[]): TestSite {
  const path = (r: SiteReport) =>
    `${r.day.slice(0, 7).replace('-', '')}/t${r.day.replaceAll('-', '')}_${r.number}.html`;
  const list = (some: readonly SiteReport[]) =>
    `<html><body>${menu}<ul class="list">${some.map((r) => `<li><a href="./${path(r)}" title="${r.title}">${r.title.slice(0, 8)}…</a><span>${r.day}</span></li>`).join('')}</ul></body></html>`;
  const [first, second] = half(reports);
  const page = (r: SiteReport) =>
    `<html><head><meta name="ArticleTitle" content="${r.title}"><meta name="PubDate" content="${r.day} 10:20"></head><body>${menu}<h1>${r.title}</h1><div class="info">${chinese(r.day)} 来源：区府办 浏览次数：<span>12</span></div><div id="zoom"><div class="TRS_Editor">${ps(r)}</div><div class="share">分享到：微信 微博</div></div></body></html>`;
  return {
    pages: {
      '/zwdt/index.html': list(first),
      '/zwdt/index_1.html': list(second),
      ...Object.fromEntries(reports.map((r) => [`/zwdt/${path(r)}`, page(r)])),
    },
    recipe: (host) => ({
      lists: [
        {
          url: `${host}/zwdt/index.html`,
          pages: { url: `${host}/zwdt/index_{n}.html`, from: 1, to: 90 },
          links: '.list li a',
        },
      ],
      page: { title: 'h1', date: '.info', text: '.TRS_Editor' },
    }),
  };
}

/** JPAGE by Hanweb: rows in a script, further ones from a program that counts rows. */
export function jpageSite(reports: readonly SiteReport[]): TestSite {
  const path = (r: SiteReport) => `/art/${r.day.replaceAll('-', '/')}/art_1229_${r.number}.html`;
  const store = (some: readonly SiteReport[]) =>
    `<datastore><totalrecord>${reports.length}</totalrecord><recordset>${some.map((r) => `<record><![CDATA[<li><a href="${path(r)}" target="_blank">${r.title}</a><b>${r.day}</b></li>]]></record>`).join('')}</recordset></datastore>`;
  const [first, second] = half(reports);
  const proxy = (from: number) =>
    `/module/web/jpage/dataproxy.jsp?startrecord=${from}&endrecord=${from + 44}&perpage=15`;
  const page = (r: SiteReport) =>
    `<html><head><title>${r.title}</title></head><body>${menu}<div class="art-title">${r.title}</div><div class="art-info">发布日期：${r.day}</div><div id="zoom"><!--ZJEG_RSS.content.begin-->${ps(r)}<!--ZJEG_RSS.content.end--></div></body></html>`;
  return {
    pages: {
      '/col/col1229/index.html': `<html><body>${menu}<div id="1229"><script type="text/xml">${store(first)}</script></div></body></html>`,
      [proxy(46)]: { type: 'application/xml', body: store(second) },
      [proxy(91)]: { type: 'application/xml', body: store([]) },
      ...Object.fromEntries(reports.map((r) => [path(r), page(r)])),
    },
    recipe: (host) => ({
      lists: [
        {
          url: `${host}/col/col1229/index.html`,
          pages: {
            url: `${host}/module/web/jpage/dataproxy.jsp?startrecord={n}&endrecord={last}&perpage=15`,
            ...{ from: 46, to: 9000, step: 45 },
          },
        },
      ],
      page: { title: '.art-title', date: '.art-info', text: '#zoom' },
    }),
  };
}

/** The platform of Guangdong's sites: content/post_1.html, lists index_2.html; past the last list the last one again. */
export function postSite(reports: readonly SiteReport[]): TestSite {
  const path = (r: SiteReport) => `/xwzx/content/post_${8_000_000 + r.number}.html`;
  const list = (some: readonly SiteReport[]) =>
    `<html><body>${menu}<div class="news_list">${some.map((r) => `<div class="item"><a href="${path(r)}">${r.title}</a><span class="time">${r.day}</span></div>`).join('')}</div></body></html>`;
  const [first, second] = half(reports);
  const page = (r: SiteReport) =>
    `<html><head><title>${r.title}_某区政府网</title></head><body>${menu}<article><h1>${r.title}</h1><p class="date">时间：${r.day} 09:00</p><div class="article-content">${ps(r)}</div></article></body></html>`;
  return {
    pages: {
      '/xwzx/index.html': list(first),
      '/xwzx/index_2.html': list(second),
      '/xwzx/index_3.html': list(second),
      ...Object.fromEntries(reports.map((r) => [path(r), page(r)])),
    },
    // Titles and texts are found by themselves.
    recipe: (host) => ({
      lists: [
        { url: `${host}/xwzx/index.html`, pages: { url: `${host}/xwzx/index_{n}.html`, from: 2, to: 99 } },
      ],
    }),
  };
}

/** A list that a script fills from an answer in JSON. */
export function scriptedSite(reports: readonly SiteReport[]): TestSite {
  const path = (r: SiteReport) => `/detail.html?id=${10_000 + r.number}`;
  const answer = (some: readonly SiteReport[]) => ({
    type: 'application/json',
    body: JSON.stringify({
      data: { list: some.map((r) => ({ docUrl: path(r), docTitle: r.title, pubTime: `${r.day} 08:00:00` })) },
    }),
  });
  const [first, second] = half(reports);
  const page = (r: SiteReport) =>
    `<html><body>${menu}<h2>${r.title}</h2><div id="content">${ps(r)}</div></body></html>`;
  return {
    pages: {
      '/list.html': `<html><body>${menu}<div id="list"></div><script>load()</script></body></html>`,
      '/api/list?page=1': answer(first),
      '/api/list?page=2': answer(second),
      '/api/list?page=3': answer([]),
      ...Object.fromEntries(reports.map((r) => [path(r), page(r)])),
    },
    recipe: (host) => ({
      lists: [
        {
          url: `${host}/api/list?page=1`,
          pages: { url: `${host}/api/list?page={n}`, from: 2, to: 50 },
          json: { records: 'data.list', url: 'docUrl', title: 'docTitle', date: 'pubTime' },
        },
      ],
      page: { text: '#content' },
    }),
  };
}
