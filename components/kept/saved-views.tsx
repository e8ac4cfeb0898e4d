'use client';

import { useEffect, useState } from 'react';
import { useKept } from './use-kept';

interface SavedView {
  readonly name: string;
  readonly href: string;
}

interface Words {
  readonly title: string;
  readonly save: string;
  readonly none: string;
  readonly remove: string;
  readonly note: string;
}

const MOST = 100;

function isSaved(value: unknown): value is SavedView {
  const view = value as Partial<SavedView> | null;
  // Only addresses of this site: what is kept could have been tampered with.
  return typeof view?.name === 'string' && typeof view.href === 'string' && /^\/(?!\/)/.test(view.href);
}

/** Views that the reader wants to come back to, kept in this browser; only there where a script can do it. */
export function SavedViews({ words }: { words: Words }) {
  const [views, keep] = useKept('tifa:views', isSaved);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  // An empty line in its place until then: whatever stands below would be pushed down by it.
  if (!ready) return <div className="saved-views small" />;
  const save = () => {
    const href = window.location.pathname + window.location.search;
    const sentence = document.querySelector('.strip .sentence')?.textContent?.trim() ?? '';
    const name = [document.title.replace(/ — Tifa$/, ''), sentence].filter(Boolean).join(' · ');
    keep([{ name, href }, ...views.filter((v) => v.href !== href)].slice(0, MOST));
  };
  return (
    <details className="saved-views small">
      <summary>
        {words.title}
        {views.length > 0 && <span className="count"> {views.length}</span>}
      </summary>
      <div>
        <button type="button" onClick={save}>
          {words.save}
        </button>
        {views.length === 0 && <p className="quiet">{words.none}</p>}
        <ul>
          {views.map((v) => (
            <li key={v.href}>
              <a href={v.href}>{v.name}</a>{' '}
              <button type="button" onClick={() => keep(views.filter((other) => other !== v))}>
                {words.remove}
                <span className="unseen"> {v.name}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className="quiet">{words.note}</p>
      </div>
    </details>
  );
}
