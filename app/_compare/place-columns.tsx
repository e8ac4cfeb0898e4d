import type { ReactNode } from 'react';
import type { Compared } from './compared';

interface Props {
  readonly places: Compared['places'];
  /** What stands below the name of a place. */
  readonly children: (place: Compared['places'][number], i: number) => ReactNode;
}

/** A column for each place, under its name and colour. */
export function PlaceColumns({ places, children }: Props) {
  return (
    <div className="columns many">
      {places.map((place, i) => (
        <div key={place.code} className={`series-${i + 1}`}>
          <h3 lang="zh-CN">
            <span className="swatch" aria-hidden="true" />
            {place.name}
          </h3>
          {children(place, i)}
        </div>
      ))}
    </div>
  );
}
