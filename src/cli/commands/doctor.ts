import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { segmentNames, snapshotNames } from '../../core/journal/file-names.ts';
import { type Rescue, rescuedContents } from '../../core/rescue/rescue-project.ts';
import { snapshotBytes } from '../../core/snapshot/snapshot-file.ts';
import { count } from '../../core/text/number-words.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, type ExitCode, type Surroundings, UsageError } from '../command.ts';
import { examineFile } from '../doctor/examine-file.ts';
import { examineProfile, isProfile } from '../doctor/examine-profile.ts';
import { examineProject, holdings } from '../doctor/examine-project.ts';
import type { Finding, Mend } from '../doctor/finding.ts';
import { namesIn } from '../doctor/read-folder.ts';
import { systemReason } from '../system-reason.ts';
import { writeOutput } from '../write-output.ts';

export const command: Command = {
  name: 'doctor',
  operands: 'PROFILE|PROJECT|FILE [--repair [--yes]] [--rescue OUT.json] [--project ID] [--json]',
  summary:
    'Say what is wrong with a profile, a project’s folder, an archive or a dataset, and mend it when asked.',
  help: [
    '',
    'A profile is the folder in which the app keeps its work: ~/.config/Ascribe on Linux, ~/Library/Application Support/Ascribe on macOS, %APPDATA%\\Ascribe on Windows.',
    'It is best looked through while the app is not running.',
    'Without --repair and --rescue nothing is written. Faults go to standard error, what is sound to standard output.',
    'Exit code 0: nothing is wrong, or all of it was mended. 1: there are faults. 2: wrong usage.',
    '',
    '  --repair       say what would be mended, and from which copy; ask, and do it. Whatever is replaced is kept under another name',
    '  --yes          do it without asking',
    '  --rescue FILE  write all articles and annotations that can be had into one dataset, whatever else is wrong',
    '  --project ID   of a profile, rescue this project instead of the one that was open',
    '  --json         print one JSON object a finding, one a line',
  ],
  async run(args, surroundings) {
    const { operands, options, flags } = parseArguments(
      args,
      ['rescue', 'project'],
      ['repair', 'yes', 'json'],
    );
    const [operand, ...more] = operands;
    if (operand === undefined || more.length > 0) throw new UsageError('name one profile, folder or file');
    const now = new Date();
    let examined: Examined;
    try {
      examined = await examine(operand, now, surroundings);
    } catch (error) {
      surroundings.err(`${operand}: ${systemReason(error)}`);
      return 1;
    }
    surroundings.progress?.('');
    const { findings } = examined;
    for (const finding of findings) report(finding, flags.has('json'), surroundings);
    let code: ExitCode = findings.some(({ kind }) => kind === 'fault') ? 1 : 0;
    if (
      options.rescue !== undefined &&
      !(await rescue(examined, options.rescue, options.project, surroundings))
    )
      code = 1;
    if (flags.has('repair')) return (await repair(examined, flags.has('yes'), surroundings)) ? 0 : 1;
    return code;
  },
};

interface Examined {
  readonly findings: readonly Finding[];
  readonly rescues: readonly { readonly id: string; readonly rescue: Rescue }[];
  readonly openId?: string | undefined;
  readonly untouchable?: string | undefined;
}

async function examine(operand: string, now: Date, { folder, progress }: Surroundings): Promise<Examined> {
  const path = resolve(folder, operand);
  if (!(await stat(path)).isDirectory()) {
    const name = basename(path);
    const { findings, rescue } = examineFile(name, new Uint8Array(await readFile(path)), now);
    return { findings, rescues: [{ id: name, rescue }] };
  }
  if (await isProfile(path)) {
    const { findings, projects, openId, untouchable } = await examineProfile(path, now, (words) =>
      progress?.(words),
    );
    return { findings, rescues: projects, openId, untouchable };
  }
  const names = await namesIn(path);
  if (segmentNames(names).length === 0 && snapshotNames(names).length === 0) {
    throw new UsageError(`${operand} is neither a profile nor a project’s folder`);
  }
  const { id, findings, rescue } = await examineProject(path, basename(path), '', now);
  return { findings, rescues: [{ id, rescue }] };
}

function report(finding: Finding, isJson: boolean, { out, err }: Surroundings): void {
  const { subject, words, kind, mend } = finding;
  if (isJson) out(JSON.stringify({ subject, kind, words, ...(mend && { mend: mend.words }) }));
  else if (kind === 'note') out(`${subject}: ${words}`);
  else err(`${subject}: ${words}`);
}

/** Writes what can be had of one project into one file. Resolves to false when that could not be done. */
async function rescue(
  { rescues, openId }: Examined,
  output: string,
  wanted: string | undefined,
  { folder, out, err }: Surroundings,
): Promise<boolean> {
  const chosen =
    rescues.find(({ id }) => id === (wanted ?? openId)) ?? (wanted === undefined ? rescues[0] : undefined);
  if (chosen === undefined) {
    err(wanted === undefined ? 'there is no project to rescue' : `there is no project ${wanted}`);
    return false;
  }
  try {
    await writeOutput(resolve(folder, output), snapshotBytes(rescuedContents(chosen.rescue)));
  } catch (error) {
    err(`${output}: it was not written: ${systemReason(error)}`);
    return false;
  }
  const { state, losses } = chosen.rescue;
  out(`${output}: ${holdings(state)} of “${state.project.name}” were written`);
  for (const loss of losses) err(`${output}: ${loss}`);
  for (const { id, rescue: other } of rescues) {
    if (id !== chosen.id)
      out(`${id}: “${other.state.project.name}” is another project; --project ${id} rescues it`);
  }
  return true;
}

/** Says what would be done, asks, and does it. Resolves to true when nothing is wrong any more. */
async function repair({ findings, untouchable }: Examined, isAgreed: boolean, surroundings: Surroundings) {
  const { out, err } = surroundings;
  const mends = findings.flatMap(({ subject, mend }) => (mend === undefined ? [] : [{ subject, mend }]));
  const beyond = findings.filter(({ kind, mend }) => kind === 'fault' && mend === undefined);
  for (const { subject, words } of beyond) err(`${subject}: this cannot be mended: ${words}`);
  if (mends.length === 0) {
    out('There is nothing to mend.');
    return beyond.length === 0;
  }
  if (untouchable !== undefined) {
    err(`nothing was mended: ${untouchable}`);
    return false;
  }
  out('What will be done:');
  for (const { subject, mend } of mends) out(`  ${subject}: ${mend.words}`);
  if (!isAgreed && !(await agrees(mends.length, surroundings))) {
    err('nothing was mended');
    return false;
  }
  let done = 0;
  for (const { subject, mend } of mends) if (await tried(subject, mend, surroundings)) done += 1;
  out(`${count(done, 'thing')} mended.`);
  return done === mends.length && beyond.length === 0;
}

async function agrees(things: number, { out, input }: Surroundings): Promise<boolean> {
  out(`Type “yes” to mend ${count(things, 'thing')}:`);
  const decoder = new TextDecoder();
  let answer = '';
  for await (const chunk of input()) {
    answer += decoder.decode(chunk, { stream: true });
    if (answer.includes('\n')) break;
  }
  return answer.trim().toLowerCase() === 'yes';
}

async function tried(subject: string, mend: Mend, { err }: Surroundings): Promise<boolean> {
  try {
    await mend.run();
    return true;
  } catch (error) {
    err(`${subject}: it could not be mended: ${systemReason(error)}`);
    return false;
  }
}
