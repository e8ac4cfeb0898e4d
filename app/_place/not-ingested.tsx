import Link from 'next/link';
import type { View } from '@/lib/format/view';
import type { PlaceEntry } from '@/lib/queries/places';
import { NothingHere } from '../_frame/nothing-here';

/** A place of which nothing was ingested in the scope: what to take away, and where there is something. */
export function NotIngested({ view, place }: { view: View; place: PlaceEntry }) {
  return (
    <>
      <NothingHere view={view} fixedPlace />
      <p className="links">
        {place.path.length > 1 && place.parentCode && (
          <Link
            href={view.href(`/places/${place.parentCode}`, { place: undefined })}
            lang="zh-CN"
            prefetch={false}
          >
            {place.path.at(-2)}
          </Link>
        )}
        <Link href={view.href('/places', { place: undefined, own: undefined })} prefetch={false}>
          {view.t('nothing.places')}
        </Link>
      </p>
    </>
  );
}
