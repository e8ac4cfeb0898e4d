'use client';

import { useCallback, useSyncExternalStore } from 'react';

const CHANGED = 'tifa:kept';
const NOTHING = '[]';

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener('storage', listener);
    window.removeEventListener(CHANGED, listener);
  };
}

function read(key: string): string {
  try {
    return window.localStorage.getItem(key) ?? NOTHING;
  } catch {
    return NOTHING; // a browser that keeps nothing for us
  }
}

function parse<Item>(text: string, isItem: (value: unknown) => value is Item): Item[] {
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found.filter(isItem) : [];
  } catch {
    return [];
  }
}

/**
 * A list that this browser keeps for the reader, and nobody else sees; every part of the page that asks for it follows
 * it, in other tabs too. Empty on the server.
 */
export function useKept<Item>(
  key: string,
  isItem: (value: unknown) => value is Item,
): readonly [readonly Item[], (items: readonly Item[]) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => NOTHING,
  );
  const keep = useCallback(
    (items: readonly Item[]) => {
      window.localStorage.setItem(key, JSON.stringify(items));
      window.dispatchEvent(new Event(CHANGED));
    },
    [key],
  );
  return [parse(text, isItem), keep];
}
