import { useId, useRef, useState } from 'react';
import { commaSeparated } from '../../../core/formats/delimited-text.ts';
import { saveFile } from '../../app/exchange/save-file.ts';
import { useApplication } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Chart, type ChartHandle } from './chart.tsx';
import type { Figure, FigureTarget, FigureTheme } from './figure.ts';
import { pngOf } from './picture-file.ts';

/** So many rows of a table are shown; its file has all. */
const mostRows = 100;

interface FigureCardProps {
  readonly figure: Figure;
  readonly theme: FigureTheme;
  readonly onChoose: (target: FigureTarget) => void;
}

/** A picture with its table, and both as files. */
export function FigureCard({ figure, theme, onChoose }: FigureCardProps) {
  const app = useApplication();
  const chart = useRef<ChartHandle>(null);
  const [tableShown, setTableShown] = useState(false);
  const heading = useId();
  const tableId = useId();
  const isEmpty = figure.rows.length === 0;
  const save = (extension: string, kind: string, bytes: Uint8Array<ArrayBuffer>) =>
    saveFile(app, {
      suggestedName: `${figure.id}.${extension}`,
      filter: { name: kind, extensions: [extension] },
      bytes,
    });
  const encode = (text: string) => new TextEncoder().encode(text);
  const saveSvg = () => save('svg', 'SVG picture', encode(chart.current?.svg() ?? ''));
  const savePng = async () =>
    save('png', 'PNG picture', await pngOf(chart.current?.svg() ?? '', theme.paper));
  const saveTable = () =>
    save(
      'csv',
      'Table of comma-separated values',
      encode(commaSeparated([figure.columns, ...figure.rows.map(({ cells }) => cells)])),
    );
  return (
    <section className="figure" aria-labelledby={heading}>
      <header className="figure-head">
        <h3 id={heading}>{figure.title}</h3>
        <p>{isEmpty ? 'Nothing to show yet.' : figure.summary}</p>
        <div className="figure-tools">
          <Button
            kind="quiet"
            aria-expanded={tableShown}
            aria-controls={tableId}
            disabled={isEmpty}
            onClick={() => setTableShown(!tableShown)}
          >
            Table
          </Button>
          <Button kind="quiet" disabled={isEmpty} onClick={() => void saveSvg().catch(app.reportFault)}>
            <span className="visually-hidden">Save {figure.title} as </span>SVG
          </Button>
          <Button kind="quiet" disabled={isEmpty} onClick={() => void savePng().catch(app.reportFault)}>
            <span className="visually-hidden">Save {figure.title} as </span>PNG
          </Button>
          <Button kind="quiet" disabled={isEmpty} onClick={() => void saveTable().catch(app.reportFault)}>
            <span className="visually-hidden">Save {figure.title} as </span>CSV
          </Button>
        </div>
      </header>
      {isEmpty ? null : <Chart ref={chart} {...{ figure, theme, onChoose }} />}
      <div id={tableId} hidden={!tableShown}>
        {tableShown ? <FigureTable figure={figure} labelledBy={heading} onChoose={onChoose} /> : null}
      </div>
    </section>
  );
}

interface FigureTableProps {
  readonly figure: Figure;
  readonly labelledBy: string;
  readonly onChoose: (target: FigureTarget) => void;
}

function FigureTable({ figure, labelledBy, onChoose }: FigureTableProps) {
  const { columns, rows } = figure;
  return (
    <>
      <table className="figure-table" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map(({ cells, target }) => {
            const [first, ...others] = cells;
            const words = String(first ?? '');
            return (
              <tr key={JSON.stringify([cells, target])}>
                <th scope="row" dir="auto">
                  {target === null ? (
                    words
                  ) : (
                    <button type="button" className="figure-link" onClick={() => onChoose(target)}>
                      {words}
                    </button>
                  )}
                </th>
                {others.map((cell, i) => (
                  <td key={columns[i + 1]} data-kind={typeof cell} dir="auto">
                    {cell}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length > mostRows ? (
        <p className="figure-more">
          The first {mostRows} of {rows.length} rows. The CSV file has all of them.
        </p>
      ) : null}
    </>
  );
}
