import type { Citation } from '@/lib/format/citation';
import type { View } from '@/lib/format/view';
import { CopyButton } from './copy-button';
import { PngButton } from './png-button';

interface Props {
  readonly view: View;
  readonly csv: string;
  /** Anchor of the table with the same numbers. */
  readonly table: string;
  /** Address of the chart as a picture, and the name its file gets. */
  readonly picture?: { readonly svg: string; readonly name: string } | undefined;
  /** HTML that shows the chart on another site. */
  readonly embed?: string | undefined;
  readonly citation?: Citation | undefined;
}

const FORMS = ['plain', 'bibtex', 'gbt7714'] as const;

/** The ⋯ of a chart: what one can take away from it. */
export function FigureMenu({ view, csv, table, picture, embed, citation }: Props) {
  const { t } = view;
  return (
    <details className="menu">
      <summary>
        <span aria-hidden="true">⋯</span>
        <span className="unseen">{t('figure.menu')}</span>
      </summary>
      <ul>
        <li>
          <a href={`#${table}`}>{t('figure.table')}</a>
        </li>
        <li>
          <a href={csv} download>
            CSV
          </a>
        </li>
        {picture && (
          <>
            <li>
              <a href={picture.svg} download={`${picture.name}.svg`}>
                SVG
              </a>
            </li>
            <li>
              <PngButton svg={picture.svg} name={picture.name} failed={t('figure.pngFailed')} />
            </li>
          </>
        )}
        {embed && (
          <li>
            <details>
              <summary>{t('figure.embed')}</summary>
              <Text view={view} label={t('figure.embed')} text={embed} />
            </details>
          </li>
        )}
        {citation && (
          <li>
            <details>
              <summary>{t('figure.cite')}</summary>
              {FORMS.map((form) => (
                <Text key={form} view={view} label={t(`figure.cite-${form}`)} text={citation[form]} />
              ))}
            </details>
          </li>
        )}
      </ul>
    </details>
  );
}

/** A text to take along: to be copied by a button, or by hand. */
function Text({ view, label, text }: { view: View; label: string; text: string }) {
  return (
    <div className="take">
      <p className="quiet">
        {label} <CopyButton text={text} label={view.t('figure.copy')} done={view.t('figure.copied')} />
      </p>
      <pre>{text}</pre>
    </div>
  );
}
