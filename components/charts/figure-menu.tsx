import type { Citation } from '@/lib/format/citation';
import type { View } from '@/lib/format/view';
import { CopyButton } from './copy-button';

/** Addresses of a chart's numbers and pictures, and what puts it elsewhere. */
export interface FigureLinks {
  readonly csv: string;
  readonly svg: string;
  readonly png: string;
  /** Name of the files, without ending. */
  readonly file: string;
  /** HTML that shows the chart on another site. */
  readonly embed: string;
  readonly citation: Citation;
}

interface Props extends FigureLinks {
  readonly view: View;
  /** Anchor of the table with the same numbers. */
  readonly table: string;
}

const FORMS = ['plain', 'bibtex', 'ris', 'gbt7714'] as const;

/** The ⋯ of a chart: what one can take away from it. */
export function FigureMenu({ view, csv, table, svg, png, file, embed, citation }: Props) {
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
        <li>
          <a href={svg} download={`${file}.svg`}>
            SVG
          </a>
        </li>
        <li>
          <a href={png} download={`${file}.png`}>
            PNG
          </a>
        </li>
        <li>
          <details>
            <summary>{t('figure.embed')}</summary>
            <Text view={view} label={t('figure.embed')} text={embed} />
          </details>
        </li>
        <li>
          <details>
            <summary>{t('figure.cite')}</summary>
            {FORMS.map((form) => (
              <Text key={form} view={view} label={t(`figure.cite-${form}`)} text={citation[form]} />
            ))}
          </details>
        </li>
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
