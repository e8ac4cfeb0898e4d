'use client';

import { useEffect, useRef, useState } from 'react';
import { ConcordanceLine, type ConcordanceRow } from '../text/concordance-line';
import type { DrawerWords } from './live-props';

interface Answer {
  readonly slogan: string;
  readonly mentions: number;
  readonly reports: number;
  readonly rows: readonly ConcordanceRow[];
  readonly next: string | null;
}

interface Props {
  /** The page that shows the same: a slogan's with the filters of one point. */
  readonly href: string;
  /** What the point reads out. */
  readonly about: string;
  readonly words: DrawerWords;
  readonly onClose: () => void;
}

/** The paragraphs of one point of a chart, beside the chart. Closing gives the focus back to where it was. */
export function MentionDrawer({ href, about, words, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [answer, setAnswer] = useState<Answer | 'failed' | null>(null);
  useEffect(() => {
    dialog.current?.showModal();
    const stop = new AbortController();
    ask(href, stop.signal).then(setAnswer, () => !stop.signal.aborted && setAnswer('failed'));
    return () => stop.abort();
  }, [href]);
  const known = answer !== null && answer !== 'failed' ? answer : null;
  const fill = (text: string, values: Record<string, number>) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name]?.toLocaleString(words.locale) ?? whole);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      className="drawer"
      aria-labelledby="drawer-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <div className="drawer-body">
        <header>
          <h2 id="drawer-title">
            <span className="tifa" lang="zh-CN">
              {known?.slogan ?? '…'}
            </span>
            {known && (
              <span className="count" data-testid="drawer-count" data-count={known.mentions}>
                {fill(words.count, { mentions: known.mentions, reports: known.reports })}
              </span>
            )}
          </h2>
          <button type="button" onClick={() => dialog.current?.close()}>
            {words.close}
          </button>
        </header>
        <p className="quiet small">{about}</p>
        {answer === 'failed' && <p role="alert">{words.failed}</p>}
        {known && (
          <ol className="concordance">
            {known.rows.map((row) => (
              <ConcordanceLine
                key={`${row.documentId}-${row.ordinal}`}
                row={row}
                locale={words.locale}
                words={words.line}
              />
            ))}
          </ol>
        )}
        <p className="pages">
          <a href={href}>{words.open}</a>
        </p>
      </div>
    </dialog>
  );
}

/** Asks for the mentions that a page would show: /slogans/7?from=… becomes /api/v1/slogans/7/mentions?from=…. */
async function ask(href: string, signal: AbortSignal): Promise<Answer> {
  const url = new URL(href, window.location.href);
  url.searchParams.set('limit', '30');
  const response = await fetch(`/api/v1${url.pathname}/mentions${url.search}`, { signal });
  if (!response.ok) throw new Error(`the answer was ${response.status}`);
  const { about, rows, next } = (await response.json()) as Pick<Answer, 'rows' | 'next'> & {
    about: Omit<Answer, 'rows' | 'next'>;
  };
  return { ...about, rows, next };
}
