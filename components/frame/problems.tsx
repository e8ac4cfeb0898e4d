import type { View } from '@/lib/format/view';

/** Says which parameters of the address could not be read and were left out. */
export function Problems({ view }: { view: View }) {
  if (view.problems.length === 0) return null;
  return (
    <div className="problems" role="alert">
      <p>{view.t('filters.problems')}</p>
      <ul>
        {view.problems.map((p) => (
          <li key={p.parameter}>
            <code>
              {p.parameter}={p.given}
            </code>{' '}
            {view.t('filters.expected', { expected: p.expected })}
          </li>
        ))}
      </ul>
    </div>
  );
}
