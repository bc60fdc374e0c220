import type { Arrival, ArrivedFile } from '../../../bridge/files.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { VersionAnswer } from '../interface-state.ts';
import type { FailedFile } from './failed-file.ts';
import type { OpeningHost } from './opening-host.ts';
import { takeIn } from './take-in.ts';

/** What came of opening the files of one gesture. */
export interface OpeningReport {
  /** Articles that are new in the project. */
  readonly opened: number;
  /** Files whose bytes were in the project already. */
  readonly alreadyOpen: number;
  /** New versions that were not wanted. */
  readonly ignored: number;
  /** The article to show: that of the last file that could be opened. */
  readonly last: Identifier | null;
  readonly failures: readonly FailedFile[];
  /** Files that are datasets, to be imported rather than opened. */
  readonly datasets: readonly ArrivedFile[];
  /** Files that were not looked at because the person cancelled. */
  readonly skipped: number;
}

/** Opens files one after another, each with an operation of its own, so that one that fails leaves the others be. */
export async function openFiles(host: OpeningHost, { files, refused }: Arrival): Promise<OpeningReport> {
  const failures: FailedFile[] = [...refused];
  const datasets: ArrivedFile[] = [];
  const counts = { opened: 0, alreadyOpen: 0, ignored: 0 };
  let last: Identifier | null = null;
  let forAll: VersionAnswer | undefined;
  let done = 0;
  for (const file of files) {
    if (host.isCancelled()) break;
    host.reportProgress(done, files.length);
    done += 1;
    const left = files.length - done;
    const bytes = await host.readBytes(file.token);
    if (!bytes.ok) {
      failures.push({ name: file.name, message: bytes.reason.message });
      continue;
    }
    const read = await host.readFile(bytes.value);
    if (!read.ok && read.reason.code === 'is-dataset') datasets.push(file);
    if (!read.ok) {
      failures.push({ name: file.name, message: read.reason.message });
      continue;
    }
    host.remember(read.value.source.sha256, file.token);
    const taken = await takeIn(host, read.value, async () => {
      const answer = forAll ?? (await host.askAboutVersion(file.name, left));
      if (answer.forAll) forAll = answer;
      return answer;
    });
    if (taken.outcome === 'refused') {
      failures.push({
        name: file.name,
        message: `“${file.name}” was not added: the project took no change just now.`,
      });
      continue;
    }
    counts[taken.outcome] += 1;
    if (taken.outcome !== 'ignored') last = taken.id;
  }
  return { ...counts, last, failures, datasets, skipped: files.length - done };
}
