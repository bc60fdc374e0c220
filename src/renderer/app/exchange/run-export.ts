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
  /** What is proposed goes along, as predictions. */
  readonly withSuggestions: boolean;
}

/**
 * Asks where to, writes the dataset there and says what came of it. Nothing happens when the save dialog is cancelled, or when the name that was given there has the ending of another
 * format: what that one loses has not been seen.
 * @param onChosen called when there is a place to write to
 * @returns the other format
 */
export async function runExport(
  app: Application,
  request: ExportRequest,
  onChosen: () => void = () => undefined,
): Promise<ExportFormat | undefined> {
  const { format, articles, summary, withRest, withSuggestions } = request;
  const extension = withRest ? 'zip' : format.extension(articles.length);
  const chosen = await app.bridge.request('exports.choose', {
    suggestedName: `${request.suggestedName}.${extension}`,
    filters: [{ name: format.name, extensions: [extension] }],
  });
  if (chosen === null) return undefined;
  const { fileName, token } = chosen;
  const other = formatOfName(app, fileName, extension, articles.length);
  if (other !== undefined) {
    app.notices.inform(
      `“${fileName}” has the ending of ${other.name}, which is chosen now. See what it cannot hold, then export.`,
    );
    return other;
  }
  onChosen();
  let cancelled = false;
  const cancel = () => {
    cancelled = true;
  };
  try {
    const written = await writeExport(
      app,
      token,
      app.exporting.write(format.id, articles, { withRest, withSuggestions }),
      {
        isCancelled: () => cancelled,
        report: (done) =>
          app.interface.setState({
            progress: { label: `Writing “${fileName}”`, done, total: articles.length, cancel },
          }),
      },
    );
    if (written === null) app.notices.inform(`Cancelled: nothing was written to “${fileName}”.`);
    else
      app.notices.inform(
        `“${written.fileName}” written: ${holdings(summary)}, ${byteWords(written.byteLength)}.${
          written.notReadBack ? ' It is too large to be read back here: “ascribe validate” checks it.' : ''
        }`,
      );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    app.notices.warn(`“${fileName}” was not written; an older file of that name is as it was. ${reason}`);
  } finally {
    app.interface.setState({ progress: null });
  }
  return undefined;
}

/** The format of which a name has the ending, where it is another than the one that is to be written. */
function formatOfName(
  app: Application,
  fileName: string,
  extension: string,
  articles: number,
): ExportFormat | undefined {
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase();
  if (ending === undefined || ending === extension || ending === 'zip') return undefined;
  return app.exporting.formats.find((format) => format.extension(articles) === ending);
}

/** `3 articles, 12 annotations, 4 links`. */
export function holdings({ articles, spans, relations }: ExportSummary): string {
  return [count(articles, 'article'), count(spans, 'annotation'), count(relations, 'link')].join(', ');
}
