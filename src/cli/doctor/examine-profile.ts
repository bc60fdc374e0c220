import { createHash } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { nameBeforeAside } from '../../core/journal/file-names.ts';
import {
  copyName,
  dataVersion,
  type Marker,
  markerName,
  markerSchema,
  markerText,
  newMarker,
  projectIdPattern,
  projectsName,
  unusedGeneration,
} from '../../core/profile/marker.ts';
import { count } from '../../core/text/number-words.ts';
import { writeOutput } from '../write-output.ts';
import { type ExaminedProject, examineProject } from './examine-project.ts';
import { type Finding, fault, note } from './finding.ts';
import { moveAside } from './keep-aside.ts';
import { namesIn, readFiles } from './read-folder.ts';
import { isInUse } from './running-app.ts';

/** A profile, looked through. */
export interface ExaminedProfile {
  readonly findings: readonly Finding[];
  readonly projects: readonly ExaminedProject[];
  /** The project that is open in it, as far as that is known. */
  readonly openId: string | undefined;
  /** Why nothing may be mended, as a clause; undefined when it may. */
  readonly untouchable: string | undefined;
}

const temporaryName = /^\.ascribe-[0-9a-f-]{36}\.tmp$/;

/** True for a folder that looks like what the app keeps its work in. */
export async function isProfile(folder: string): Promise<boolean> {
  const names = await namesIn(folder);
  return names.includes(markerName) || names.includes(projectsName);
}

/** Looks through a profile: marker, settings, every project's journal and snapshots, kept originals. Changes nothing. @throws a failure to list its folders */
export async function examineProfile(
  folder: string,
  now: Date,
  progress: (words: string) => void,
): Promise<ExaminedProfile> {
  const findings: Finding[] = [];
  const inUse = await isInUse(folder);
  if (inUse)
    findings.push(note(folder, 'Ascribe has it open just now: what is being written may look damaged'));
  const projects: ExaminedProject[] = [];
  for (const id of await projectIds(folder)) {
    progress(`Looking through project ${id}`);
    projects.push(await examineProject(join(folder, projectsName, id), id, `${projectsName}/${id}`, now));
  }
  const marker = await readMarker(join(folder, markerName));
  findings.push(...(await markerFindings(folder, marker, projects, now)));
  findings.push(...(await settingsFindings(folder, now)));
  for (const { id } of projects) findings.push(...(await sideFindings(folder, id, now)));
  findings.push(...(await originalFindings(folder, now, progress)));
  findings.push(...(await leftovers(folder, projects)));
  if ((await namesIn(join(folder, 'IndexedDB'))).some((name) => name.endsWith('.leveldb'))) {
    findings.push(
      note(
        'IndexedDB',
        'the working store can be looked into by the app alone, which compares it with the journal at each start',
      ),
    );
  }
  for (const project of projects) findings.push(...project.findings);
  const isNewer = typeof marker === 'object' && marker.dataVersion > dataVersion;
  return {
    findings,
    projects,
    openId: typeof marker === 'object' ? marker.projectId : undefined,
    untouchable: isNewer
      ? 'a newer version of Ascribe has worked in it, and only that version can mend it'
      : inUse
        ? 'Ascribe has it open; quit it first'
        : undefined,
  };
}

async function projectIds(folder: string): Promise<string[]> {
  const ids: string[] = [];
  for (const name of await namesIn(join(folder, projectsName))) {
    if (!projectIdPattern.test(name)) continue;
    if ((await stat(join(folder, projectsName, name))).isDirectory()) ids.push(name);
  }
  return ids;
}

async function readMarker(path: string): Promise<Marker | 'missing' | 'broken'> {
  const value = await readJson(path);
  if (value === 'missing') return value;
  const marker = markerSchema.safeParse(value);
  return marker.success ? marker.data : 'broken';
}

/** What a file of ours holds; `undefined` when it is no JSON. @throws what cannot be read for another reason than that it is not there */
async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'missing';
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function markerFindings(
  folder: string,
  marker: Marker | 'missing' | 'broken',
  projects: readonly ExaminedProject[],
  now: Date,
): Promise<Finding[]> {
  if (typeof marker === 'object') {
    if (marker.dataVersion > dataVersion) {
      return [
        note(
          markerName,
          `a newer version of Ascribe wrote it (${marker.dataVersion}, this is ${dataVersion}): this one shows the project and changes nothing`,
        ),
      ];
    }
    const isThere = projects.some(({ id }) => id === marker.projectId);
    return isThere || projects.length === 0
      ? []
      : [fault(markerName, `it names the project ${marker.projectId}, of which there is no journal`)];
  }
  const [last] = await copiesIn(folder, projects);
  if (last === undefined)
    return [fault(markerName, `it is ${marker}, and there is no project to make it from`)];
  const { id, copy } = last;
  const source =
    copy === undefined ? 'the only trace of the project, its folder' : `its copy in ${projectsName}/${id}`;
  return [
    fault(markerName, `it is ${marker}`, {
      words: `make it anew from ${source}`,
      run: async () => {
        if (marker === 'broken') await moveAside(join(folder, markerName), now);
        const text = markerText(copy ?? newMarker(id, unusedGeneration(now), now));
        await writeOutput(join(folder, markerName), oneOf(Buffer.from(text)));
      },
    }),
  ];
}

/** The projects with their copies of the marker, the one opened last first. */
async function copiesIn(folder: string, projects: readonly ExaminedProject[]) {
  const found: { id: string; copy: Marker | undefined }[] = [];
  for (const { id } of projects) {
    const copy = await readMarker(join(folder, projectsName, id, copyName));
    found.push({ id, copy: typeof copy === 'object' ? copy : undefined });
  }
  const opened = ({ copy }: { copy: Marker | undefined }) =>
    copy?.openedAt === undefined ? 0 : Date.parse(copy.openedAt);
  return found.sort((one, other) => opened(other) - opened(one));
}

async function settingsFindings(folder: string, now: Date): Promise<Finding[]> {
  const path = join(folder, 'settings.json');
  const settings = await readJson(path);
  if (settings === 'missing' || (typeof settings === 'object' && settings !== null)) return [];
  return [
    fault('settings.json', 'it cannot be read, and the settings are as at first', {
      words: 'set it aside',
      run: () => moveAside(path, now),
    }),
  ];
}

/** What lies beside a project's journal. */
async function sideFindings(folder: string, id: string, now: Date): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, lost] of [
    [copyName, 'the copy of the marker'],
    ['about.json', 'what lists show of the project'],
  ] as const) {
    const path = join(folder, projectsName, id, name);
    if ((await readJson(path)) !== undefined) continue;
    findings.push(
      fault(`${projectsName}/${id}/${name}`, `it cannot be read: ${lost} is lost`, {
        words: 'set it aside; the app writes it anew when the project is opened',
        run: () => moveAside(path, now),
      }),
    );
  }
  return findings;
}

async function originalFindings(
  folder: string,
  now: Date,
  progress: (words: string) => void,
): Promise<Finding[]> {
  const place = join(folder, 'originals');
  const names = (await namesIn(place)).filter((name) => /^[0-9a-f]{64}$/.test(name));
  const findings: Finding[] = [];
  for (const [index, name] of names.entries()) {
    progress(`Looking through originals: ${index + 1} of ${names.length}`);
    const read = await readFiles(place, [name], (each) => `originals/${each}`);
    findings.push(...read.findings);
    for (const { bytes } of read.files) {
      if (createHash('sha256').update(bytes).digest('hex') === name) continue;
      findings.push(
        fault(`originals/${name}`, 'the file that an article was made of is no longer what it was', {
          words: 'set it aside; the article itself does not need it',
          run: () => moveAside(join(place, name), now),
        }),
      );
    }
  }
  return findings;
}

/** Temporary files that a killed process left: never complete, never asked for again. */
async function leftovers(folder: string, projects: readonly ExaminedProject[]): Promise<Finding[]> {
  const folders = ['', 'originals', ...projects.map(({ id }) => join(projectsName, id))];
  const paths: string[] = [];
  for (const each of folders) {
    for (const name of await namesIn(join(folder, each)))
      if (temporaryName.test(name)) paths.push(join(each, name));
  }
  const findings: Finding[] = [];
  if (paths.length > 0) {
    findings.push(
      note(
        folder,
        `${count(paths.length, 'temporary file')} of a killed process ${paths.length === 1 ? 'is' : 'are'} left`,
        {
          words: 'remove what was never finished',
          run: async () => {
            for (const path of paths) await rm(join(folder, path), { force: true });
          },
        },
      ),
    );
  }
  for (const name of await namesIn(folder)) {
    if (nameBeforeAside(name) !== undefined)
      findings.push(note(name, 'it was set aside when it was found damaged, and is kept'));
  }
  return findings;
}

async function* oneOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
