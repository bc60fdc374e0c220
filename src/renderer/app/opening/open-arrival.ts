import type { Arrival } from '../../../bridge/files.ts';
import { mostRememberedTables } from '../../../bridge/settings.ts';
import {
  type ColumnRole,
  chosenRoles,
  guessedRoles,
  type TableOutline,
} from '../../../core/formats/article-table/column-roles.ts';
import type { SourceFile } from '../../../core/formats/format.ts';
import { createIdentifier } from '../../../core/model/identifier.ts';
import type { Application } from '../application.ts';
import { announceCarryOver } from '../articles/carry-over.ts';
import { offerImportOf } from '../exchange/offer-import.ts';
import type { OpeningQuestion } from '../interface-state.ts';
import { isArchive, offerRestore } from '../projects/restore-project.ts';
import { openFiles } from './open-files.ts';
import type { OpeningHost } from './opening-host.ts';
import { openingWords } from './report-words.ts';

/** Arrivals wait for each other, so that files keep the order in which they came and one progress is shown at a time. */
let queue: Promise<void> = Promise.resolve();

/** Opens what a dialog, a drop, a second start or the system brought, and shows the last of it. */
export function openArrival(app: Application, arrival: Arrival): Promise<void> {
  queue = queue.then(() => openNow(app, arrival)).catch((error: unknown) => app.reportFault(error));
  return queue;
}

async function openNow(app: Application, arrival: Arrival): Promise<void> {
  if (arrival.files.length === 0 && arrival.refused.length === 0) return;
  const archive = arrival.files.find(isArchive);
  const files = arrival.files.filter((file) => !isArchive(file));
  const report = await openFiles(hostOf(app), { ...arrival, files });
  app.interface.setState({ progress: null });
  if (report.last !== null) await app.workbench.openArticle(report.last);
  const words = openingWords(report);
  if (words !== undefined) app.notices.inform(words);
  if (report.opened === 1) await announceCarryOver(app);
  const [dataset] = report.datasets;
  // A dataset on its own is offered for import; among other files it is named with what to do.
  if (dataset !== undefined && report.failures.length === 1) await offerImportOf(app, [dataset]);
  else if (report.failures.length > 0) {
    app.interface.setState({
      dialog: { kind: 'failures', opened: report.opened + report.alreadyOpen, failures: report.failures },
    });
  } else if (archive !== undefined) await offerRestore(app, archive);
}

function hostOf(app: Application): OpeningHost {
  let cancelled = false;
  return {
    readBytes: (token) => app.bridge.request('files.read', { token }),
    readArticles: app.readArticles,
    remember: (sha256, token) => app.fileTokens.set(sha256, token),
    keepOriginal: app.settings.current.keepOriginals ? (file) => keepOriginal(app, file) : null,
    records: () => [...app.workbench.project.getState().articles.values()].map(({ record }) => record),
    commit: (operation, label) => app.workbench.commit(operation, label),
    askAboutVersion: (fileName, filesLeft) =>
      ask(app, (answer) => ({ kind: 'version', fileName, filesLeft, answer })),
    askAboutColumns: (fileName, outline) => askAboutColumns(app, fileName, outline),
    reportProgress: (done, total) => {
      if (total === 1) return;
      const cancel = () => {
        cancelled = true;
      };
      app.interface.setState({ progress: { label: 'Opening files', done, total, cancel } });
    },
    isCancelled: () => cancelled,
    newId: createIdentifier,
    now: () => new Date().toISOString(),
  };
}

async function keepOriginal(app: Application, { name, bytes }: SourceFile): Promise<string | undefined> {
  const kept = await app.bridge.request('originals.keep', { bytes: new Uint8Array(bytes) });
  return kept.ok ? undefined : `“${name}” is open, but its file was not kept: ${kept.reason.message}`;
}

/** Shows a question and waits for what is answered. */
function ask<Answer>(
  app: Application,
  questionOf: (answer: (given: Answer) => void) => OpeningQuestion,
): Promise<Answer> {
  return new Promise((resolve) => {
    const question = questionOf((given) => {
      app.interface.setState({ question: null });
      resolve(given);
    });
    app.interface.setState({ question });
  });
}

/** Asks what columns hold, beginning with what was said of such a table before, and remembers the answer. */
async function askAboutColumns(
  app: Application,
  fileName: string,
  outline: TableOutline,
): Promise<readonly ColumnRole[] | null> {
  const columns = outline.columns.map(({ name }) => name);
  const before = chosenRoles(columns, app.settings.current.tableColumns);
  const roles = before ?? guessedRoles(outline.columns).roles;
  const chosen = await ask<readonly ColumnRole[] | null>(app, (answer) => ({
    kind: 'columns',
    fileName,
    outline,
    roles,
    answer,
  }));
  if (chosen !== null) {
    const others = app.settings.current.tableColumns.filter(
      (each) => chosenRoles(columns, [each]) === undefined,
    );
    const choice = { columns, roles: [...chosen] };
    app.settings.change({ tableColumns: [choice, ...others].slice(0, mostRememberedTables) });
  }
  return chosen;
}
