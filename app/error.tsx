'use client';

const TEXT = {
  zh: ['出错了', '这一页没能算出来；已存的数据没有受影响。可以再试一次，或缩小范围。', '再试一次', '编号'],
  tw: ['出錯了', '這一頁沒能算出來；已存的資料沒有受影響。可以再試一次，或縮小範圍。', '再試一次', '編號'],
  en: [
    'Something went wrong',
    'This page could not be made; what is stored is safe. Try again, or narrow the scope.',
    'Try again',
    'Reference',
  ],
} as const;

/**
 * What happened, what is safe, what to do. Its few words are here and not in messages/: this page is what is left
 * when the server could not answer.
 */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const lang = typeof document === 'undefined' ? 'zh-CN' : document.documentElement.lang;
  const [title, text, again, reference] = TEXT[lang === 'en' ? 'en' : lang === 'zh-TW' ? 'tw' : 'zh'];
  return (
    <main id="main">
      <article className="prose" role="alert">
        <h1>{title}</h1>
        <p>{text}</p>
        {error.digest && (
          <p className="quiet">
            {reference} <code>{error.digest}</code>
          </p>
        )}
        <p>
          <button type="button" onClick={reset}>
            {again}
          </button>
        </p>
      </article>
    </main>
  );
}
