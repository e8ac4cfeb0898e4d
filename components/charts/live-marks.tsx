'use client';

import { type ComponentType, type MouseEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import type { DrawerWords, LiveProps } from './live-props';

interface DrawerProps {
  readonly href: string;
  readonly about: string;
  readonly words: DrawerWords;
  readonly onClose: () => void;
}

interface LiveChartProps extends LiveProps {
  readonly go: (href: string) => void;
}

/** What the point that leads there reads out. */
function textOf({ lines }: LiveProps, href: string): string {
  for (const { points } of lines) for (const p of points) if (p.href === href) return p.text;
  return '';
}

/** Focuses the chart as soon as it is drawn, within so many frames, unless the reader has gone on to something else. */
function focusWhenThere(box: RefObject<HTMLDivElement | null>, frames: number): void {
  const at = document.activeElement;
  if (at && at !== document.body && !box.current?.contains(at)) return;
  const chart = box.current?.querySelector<SVGElement>('svg[tabindex]');
  if (chart) chart.focus();
  else if (frames > 0) requestAnimationFrame(() => focusWhenThere(box, frames - 1));
}

/**
 * The marks of a chart: as the server drew them until somebody points at them or tabs to them, then the same marks
 * with a readout that follows pointer and arrow keys. The library that does it is only loaded then.
 */
export function LiveMarks({ children, ...chart }: LiveProps & { readonly children: ReactNode }) {
  const [opened, setOpened] = useState<string | null>(null);
  const [Drawer, setDrawer] = useState<ComponentType<DrawerProps> | null>(null);
  const [Chart, setChart] = useState<ComponentType<LiveChartProps> | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const awake = useRef(false);
  const wake = async (focus: boolean) => {
    if (awake.current) return;
    awake.current = true;
    const { LiveChart } = await import('./live-chart');
    setChart(() => LiveChart);
    // The focus was on what is now replaced; the chart measures its place before it draws.
    if (focus) focusWhenThere(box, 60);
  };
  const open = async (href: string) => {
    // The drawer shows mentions of a slogan; what else a mark counts is a page.
    if (!href.startsWith('/slogans/')) return window.location.assign(href);
    const { MentionDrawer } = await import('./mention-drawer');
    setDrawer(() => MentionDrawer);
    setOpened(href);
  };
  const follow = (event: MouseEvent) => {
    const target = event.target as Element;
    const href = target.closest('a')?.getAttribute('href');
    // Links within the drawer go where they say.
    if (
      !href ||
      target.closest('dialog') ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey
    )
      return;
    event.preventDefault();
    open(href);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is clicked; this shows their pages beside the chart
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click already
    <div
      className="marks"
      ref={box}
      onPointerEnter={() => wake(false)}
      onPointerMove={() => wake(false)}
      onClick={follow}
    >
      {Chart ? (
        <Chart {...chart} go={open} />
      ) : (
        <>
          {children}
          <button type="button" className="wake" onFocus={() => wake(true)} aria-label={chart.title} />
        </>
      )}
      {Drawer && opened && (
        <Drawer
          href={opened}
          about={textOf(chart, opened)}
          words={chart.words}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}
