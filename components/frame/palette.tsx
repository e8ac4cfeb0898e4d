'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

export interface PaletteWords {
  readonly label: string;
  readonly hint: string;
  /** With {text} to be filled in. */
  readonly everywhere: string;
  /** The filters of the page, as a query string without `?`. */
  readonly filters: string;
}

interface Row {
  readonly name: string;
  readonly gloss: string | null;
  readonly path: string;
}

/** Names for what is typed, the newest question only. */
function useSuggestions(text: string): readonly Row[] {
  const [rows, setRows] = useState<readonly Row[]>([]);
  useEffect(() => {
    if (text.trim() === '') return setRows([]);
    const stop = new AbortController();
    const wait = setTimeout(async () => {
      try {
        const answer = await fetch(`/search/suggest?q=${encodeURIComponent(text)}`, { signal: stop.signal });
        if (answer.ok) setRows(((await answer.json()) as { rows: Row[] }).rows);
      } catch {
        // Broken off by the next letter, or the server is away: the last line still leads to the search page.
      }
    }, 80);
    return () => {
      clearTimeout(wait);
      stop.abort();
    };
  }, [text]);
  return rows;
}

/** Slogans and places by characters, pinyin or initials; the last line searches everything. */
export function Palette({ words, onClose }: { words: PaletteWords; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const rows = useSuggestions(text);
  useEffect(() => dialog.current?.showModal(), []);
  const query = (more: string) => [words.filters, more].filter(Boolean).join('&');
  const links = rows.map((r) => ({ ...r, href: `${r.path}${words.filters ? `?${words.filters}` : ''}` }));
  if (text.trim())
    links.push({
      name: words.everywhere.replace('{text}', text),
      gloss: null,
      path: 'search',
      href: `/search?${query(`q=${encodeURIComponent(text)}&all=1`)}`,
    });
  const at = Math.min(chosen, Math.max(links.length - 1, 0));
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && links.length > 0) {
      event.preventDefault();
      setChosen((at + step + links.length) % links.length);
    }
    const href = links[at]?.href;
    if (event.key === 'Enter' && href && !event.nativeEvent.isComposing) window.location.assign(href);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      className="palette"
      aria-label={words.label}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <input
        type="search"
        role="combobox"
        aria-label={words.hint}
        aria-expanded={links.length > 0}
        aria-controls="palette-list"
        aria-activedescendant={links.length > 0 ? `palette-${at}` : undefined}
        placeholder={words.hint}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKey}
      />
      <div id="palette-list" role="listbox" aria-label={words.label}>
        {links.map(({ name, gloss, path, href }, i) => (
          <a key={path} id={`palette-${i}`} role="option" aria-selected={i === at} href={href} tabIndex={-1}>
            <span lang="zh-CN">{name}</span> {gloss && <span className="quiet small">{gloss}</span>}
          </a>
        ))}
      </div>
    </dialog>
  );
}
