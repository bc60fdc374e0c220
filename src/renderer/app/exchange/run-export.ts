import type { Identifier } from '../../../core/model/identifier.ts';
import { count } from '../../../core/text/number-words.ts';
import type { Application } from '../application.ts';
import { byteWords } from '../byte-words.ts';
import type { ExportFormat, ExportSummary } from './export-port.ts';
import { writeExport } from './write-export.ts';

export interface ExportRequest {
  readonly format: ExportFormat;
  readonly articles: readonly Identifier[];
  /** Without an ending. */
  readonly suggestedName: string;
  readonly summary: ExportSummary;
  /** The whole lies beside it, in a ZIP. */
  readonly withRest: boolean;
}

/**
 * Asks where to, writes the dataset there and says what came of it. Nothing happens when the save dialog is cancelled.
 * @param onChosen called when there is a place to write to
 */
export async function runExport(
  app: Application,
  request: ExportRequest,
  onChosen: () => void = () => undefined,
): Promise<void> {
  const { format, articles, summary, withRest } = request;
  const extension = withRest ? 'zip' : format.extension(articles.length);
  const chosen = await app.bridge.request('exports.choose', {
    suggestedName: `${request.suggestedName}.${extension}`,
    filters: [{ name: format.name, extensions: [extension] }],
  });
  if (chosen === null) return;
  onChosen();
  const { fileName, token } = chosen;
  let cancelled = false;
  const cancel = () => {
    cancelled = true;
  };
  try {
    const written = await writeExport(app, token, app.exporting.write(format.id, articles, withRest), {
      isCancelled: () => cancelled,
      report: (done) =>
        app.interface.setState({
          progress: { label: `Writing “${fileName}”`, done, total: articles.length, cancel },
        }),
    });
    if (written === null) app.notices.inform(`Cancelled: nothing was written to “${fileName}”.`);
    else
      app.notices.inform(
        `“${written.fileName}” written: ${holdings(summary)}, ${byteWords(written.byteLength)}.`,
      );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    app.notices.warn(`“${fileName}” was not written; an older file of that name is as it was. ${reason}`);
  } finally {
    app.interface.setState({ progress: null });
  }
}

/** `3 articles, 12 annotations, 4 links`. */
export function holdings({ articles, spans, relations }: ExportSummary): string {
  return [count(articles, 'article'), count(spans, 'annotation'), count(relations, 'link')].join(', ');
}
