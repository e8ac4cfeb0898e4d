import type { FilterProblem } from '@/lib/filters';
import type { View } from '@/lib/format/view';

/** What a parameter should have been, in the language of the view. */
function expected({ t }: View, { parameter, expected: said }: FilterProblem): string {
  if (parameter === 'from' || parameter === 'until')
    return t(said.startsWith('not before') ? 'expected.order' : 'expected.bound');
  if (parameter === 'after') return t('expected.after');
  return t(parameter === 'place' ? 'expected.place' : 'expected.choice');
}

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
            {view.t('filters.expected', { expected: expected(view, p) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
