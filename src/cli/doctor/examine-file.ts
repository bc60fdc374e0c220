import { projectName } from '../../core/archive/archive-manifest.ts';
import { readArchive } from '../../core/archive/read-archive.ts';
import { articleStateOf } from '../../core/formats/annotated-article.ts';
import { faultLine } from '../../core/formats/dataset-reading.ts';
import { datasetToState } from '../../core/formats/from-dataset.ts';
import { readDataset } from '../../core/formats/read-dataset.ts';
import { newProject } from '../../core/operations/new-project.ts';
import type { ProjectState } from '../../core/operations/project-state.ts';
import type { Rescue } from '../../core/rescue/rescue-project.ts';
import { salvageSnapshot } from '../../core/rescue/salvage-snapshot.ts';
import { readSnapshot } from '../../core/snapshot/snapshot-file.ts';
import { count } from '../../core/text/number-words.ts';
import { unpackEntry } from '../../core/zip/unpack-entry.ts';
import { zipEntries } from '../../core/zip/zip-entries.ts';
import { holdings } from './examine-project.ts';
import { type Finding, fault, note } from './finding.ts';

/** A file, looked through. */
export interface ExaminedFile {
  readonly findings: readonly Finding[];
  /** What can be had of it. */
  readonly rescue: Rescue;
}

const mostUnpacked = 1024 * 1024 * 1024;

/** Looks through a project archive, a snapshot or a native dataset. Changes nothing. */
export function examineFile(name: string, bytes: Uint8Array, now: Date): ExaminedFile {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
    ? examineArchive(name, bytes, now.toISOString())
    : examineDataset(name, bytes, now.toISOString());
}

function examineArchive(name: string, bytes: Uint8Array, now: string): ExaminedFile {
  const archive = readArchive(name, bytes);
  if (archive.ok) {
    const read = readSnapshot(archive.value.project);
    if (read.ok) {
      const articles = [...read.value.articles];
      const state: ProjectState = {
        project: read.value.project,
        articles: new Map(articles.map((article) => [article.record.id, articleStateOf(article)])),
      };
      const words = `“${state.project.name}”: ${holdings(state)}, ${count(archive.value.originals.length, 'original file')}`;
      return {
        findings: [note(name, words)],
        rescue: { state, reached: 1, target: 1, base: name, losses: [] },
      };
    }
  }
  const why = archive.ok ? 'the project in it cannot be read' : archive.reason.message;
  return salvaged(name, projectBytesIn(bytes) ?? new Uint8Array(), why, now);
}

/** The project's bytes in an archive that is not what it says of itself. */
function projectBytesIn(bytes: Uint8Array): Uint8Array | undefined {
  const entries = zipEntries(bytes);
  const entry = entries.ok ? entries.value.find((each) => each.name === projectName) : undefined;
  const unpacked = entry === undefined ? undefined : unpackEntry(bytes, entry, mostUnpacked);
  return unpacked?.ok ? unpacked.value : undefined;
}

function examineDataset(name: string, bytes: Uint8Array, now: string): ExaminedFile {
  const read = readDataset({ name, bytes: new Uint8Array(bytes) });
  if (!read.ok) return salvaged(name, bytes, read.reason.message, now);
  const { dataset, faults } = read.value;
  const state = datasetToState(dataset, { now, projectId: 'rescued' });
  const findings: Finding[] = faults.map((each) =>
    fault(each.line === undefined ? name : `${name}:${each.line}`, faultLine(each)),
  );
  findings.push(note(name, `“${state.project.name}”: ${holdings(state)} are sound`));
  const losses = faults.length === 0 ? [] : [`${count(faults.length, 'fault')} in it.`];
  return { findings, rescue: { state, reached: 1, target: 1, base: name, losses } };
}

function salvaged(name: string, bytes: Uint8Array, why: string, now: string): ExaminedFile {
  const { project, articles, damagedLines, lostArticles } = salvageSnapshot(bytes, now);
  const state: ProjectState = {
    project: project ?? { ...newProject('rescued', now), name: 'Rescued project' },
    articles: new Map(articles.map((article) => [article.record.id, articleStateOf(article)])),
  };
  const losses = [
    `${count(damagedLines, 'line')} and ${count(lostArticles, 'article')} of it cannot be read; nothing vouches for the rest but that annotations fit their texts.`,
  ];
  const findings = [
    fault(name, why.replace(/\.$/, '')),
    note(name, `${holdings(state)} of it can be had with --rescue`),
  ];
  return { findings, rescue: { state, reached: 0, target: 1, base: `what is left of ${name}`, losses } };
}
