import type { Arrival, ArrivedFile } from '../../../bridge/files.ts';
import type { TableChoice } from '../../../core/formats/article-table/column-roles.ts';
import type { SourceFile } from '../../../core/formats/format.ts';
import type { OpenedPart } from '../../../core/formats/open-articles.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { VersionAnswer } from '../interface-state.ts';
import type { FailedFile } from './failed-file.ts';
import { Intake } from './intake.ts';
import type { OpeningHost } from './opening-host.ts';

/** What came of opening the files of one gesture. */
export interface OpeningReport {
  /** Articles that are new in the project. */
  readonly opened: number;
  /** Articles whose bytes were in the project already. */
  readonly alreadyOpen: number;
  /** New versions that were not wanted. */
  readonly ignored: number;
  /** The article to show: the last that could be opened. */
  readonly last: Identifier | null;
  readonly failures: readonly FailedFile[];
  /** Files that are datasets, to be imported rather than opened. */
  readonly datasets: readonly ArrivedFile[];
  /** Files that were not looked at because the person cancelled. */
  readonly skipped: number;
}

/** Opens files one after another, each in one step, so that one that fails leaves the others be. */
export async function openFiles(host: OpeningHost, { files, refused }: Arrival): Promise<OpeningReport> {
  const opening = new Opening(host, files.length, refused);
  let done = 0;
  for (const file of files) {
    if (host.isCancelled()) break;
    await opening.open(file, done);
    done += 1;
  }
  return { ...opening.report(), skipped: files.length - done };
}

class Opening {
  readonly #host: OpeningHost;
  readonly #fileCount: number;
  readonly #failures: FailedFile[];
  readonly #datasets: ArrivedFile[] = [];
  /** What the person has said of columns: it goes for all tables of this gesture that have the same. */
  readonly #tables: TableChoice[] = [];
  readonly #counts = { opened: 0, alreadyOpen: 0, ignored: 0 };
  #last: Identifier | null = null;
  #forAll: VersionAnswer | undefined;

  constructor(host: OpeningHost, fileCount: number, refused: Arrival['refused']) {
    this.#host = host;
    this.#fileCount = fileCount;
    this.#failures = [...refused];
  }

  report(): Omit<OpeningReport, 'skipped'> {
    return { ...this.#counts, last: this.#last, failures: this.#failures, datasets: this.#datasets };
  }

  /** @param done how many files were opened before */
  async open(file: ArrivedFile, done: number): Promise<void> {
    const intake = new Intake(this.#host);
    const counts = { opened: 0, alreadyOpen: 0, ignored: 0 };
    let last: Identifier | null = null;
    this.#progress(done, 0, 1);
    for await (const part of this.#parts(file)) {
      if (part.total > 1) {
        this.#progress(done, part.done, part.total);
        // What was read of the file so far comes in.
        if (this.#host.isCancelled()) break;
      }
      if (part.content.kind !== 'article') continue;
      const { read } = part.content;
      if (!read.ok) {
        if (read.reason.code === 'is-dataset' && part.total === 1) this.#datasets.push(file);
        this.#failures.push({ name: part.name, message: read.reason.message });
        continue;
      }
      await this.#keep(part.content.file);
      this.#host.remember(read.value.source.sha256, file.token);
      const taken = await intake.add(read.value, async () => {
        const answer =
          this.#forAll ??
          (await this.#host.askAboutVersion(read.value.source.fileName, this.#left(done, part)));
        if (answer.forAll) this.#forAll = answer;
        return answer;
      });
      counts[taken.outcome] += 1;
      if (taken.outcome !== 'ignored') last = taken.id;
    }
    if (!intake.commit(`open “${file.name}”`)) {
      const message = `“${file.name}” was not added: the project took no change just now.`;
      this.#failures.push({ name: file.name, message });
      return;
    }
    this.#counts.opened += counts.opened;
    this.#counts.alreadyOpen += counts.alreadyOpen;
    this.#counts.ignored += counts.ignored;
    this.#last = last ?? this.#last;
  }

  /** The articles in a file; tables whose columns were asked for follow on the others. */
  async *#parts(file: ArrivedFile): AsyncGenerator<OpenedPart> {
    const asked: Extract<OpenedPart['content'], { readonly kind: 'table' }>[] = [];
    for await (const part of this.#read(file, {})) {
      if (part.content.kind === 'table') asked.push(part.content);
      else yield part;
    }
    for (const { member, outline } of asked) {
      const columns = outline.columns.map(({ name }) => name);
      const known = this.#tables.some((each) => each.columns.join('\0') === columns.join('\0'));
      if (!known) {
        const roles = await this.#host.askAboutColumns(member, outline);
        // A table that is left out is nothing to report: the person said so.
        if (roles === null) continue;
        this.#tables.push({ columns, roles });
      }
      yield* this.#read(file, { member });
    }
  }

  async *#read(file: ArrivedFile, options: { readonly member?: string }): AsyncGenerator<OpenedPart> {
    const bytes = await this.#host.readBytes(file.token);
    if (bytes.ok) {
      yield* this.#host.readArticles(bytes.value, { ...options, tables: this.#tables });
      return;
    }
    const { message } = bytes.reason;
    const read = { ok: false, reason: { code: 'cannot-read', message } } as const;
    yield { name: file.name, done: 0, total: 1, content: { kind: 'article', read } };
  }

  async #keep(file: SourceFile | undefined): Promise<void> {
    const problem = file === undefined ? undefined : await this.#host.keepOriginal?.(file);
    if (file !== undefined && problem !== undefined)
      this.#failures.push({ name: file.name, message: problem });
  }

  /** How many follow that may be asked about as well. */
  #left(done: number, part: OpenedPart): number {
    return part.total > 1 ? part.total - part.done - 1 : this.#fileCount - done - 1;
  }

  #progress(filesDone: number, partsDone: number, parts: number): void {
    if (parts > 1 && this.#fileCount === 1) this.#host.reportProgress(partsDone, parts);
    else if (partsDone === 0) this.#host.reportProgress(filesDone, this.#fileCount);
  }
}
