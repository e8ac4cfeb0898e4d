import Link from 'next/link';
import type { View } from '@/lib/format/view';

interface Props {
  readonly view: View;
  readonly path: string;
  /** Parameters of the list besides the filters. */
  readonly own: Readonly<Record<string, string | undefined>>;
  /** The cursor of this page, and that of the next; both absent on a list that is all there. */
  readonly after: string | undefined;
  readonly next: string | null;
}

/** To the newest mentions, and to older ones. */
export function Older({ view, path, own, after, next }: Props) {
  const { t, href } = view;
  return (
    <p className="pages">
      {after && (
        <Link href={href(path, {}, own, 'mentions')} prefetch={false}>
          {t('paging.first')}
        </Link>
      )}
      {next && (
        <Link href={href(path, {}, { ...own, after: next }, 'mentions')} rel="next" prefetch={false}>
          {t('paging.older')}
        </Link>
      )}
    </p>
  );
}
