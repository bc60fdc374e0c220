import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { electronExecutable } from '../../e2e/harness/electron-executable.ts';

/** What one must know of the machine to read the figures: no names, no paths. */
export function machineFacts(electron: string): Readonly<Record<string, string>> {
  const [processor] = cpus();
  return {
    Electron: `${electron}, Chromium ${chromiumVersion()}`,
    system: `${process.platform} ${process.arch}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    processor: processor?.model.trim() || 'not named by the system',
    Node: process.versions.node,
    'load when the run began': load(),
  };
}

/** Processes that wanted a core during the last minute, on average; figures taken while it is above the number of cores are poor. */
export function load(): string {
  return loadavg()[0]?.toFixed(1) ?? 'unknown';
}

function chromiumVersion(): string {
  return execFileSync(electronExecutable(), ['-p', 'process.versions.chrome'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  }).trim();
}
