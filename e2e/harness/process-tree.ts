import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Kills a process and all that descend from it, at once and without warning. Resolves when none is left. */
export async function killTree(pid: number): Promise<void> {
  const pids = [pid, ...descendants(pid)];
  for (const each of pids) {
    try {
      process.kill(each, 'SIGKILL');
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
  while (areRunning(pids)) await delay(10);
}

/** Main, renderer, GPU, network and utility processes are all children, or children's children, of main. */
function descendants(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const { pid: child, parent } of processes()) {
    children.set(parent, [...(children.get(parent) ?? []), child]);
  }
  const found: number[] = [];
  const queue = [pid];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const below = children.get(next) ?? [];
    found.push(...below);
    queue.push(...below);
  }
  return found;
}

interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly state: string;
}

/** Read from /proc where there is one: a bare system need not have `ps`. */
function processes(): ProcessEntry[] {
  if (existsSync('/proc/self/stat')) {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(fromProc);
  }
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = '', parent = '', state = ''] = line.trim().split(/\s+/);
      return { pid: Number(pid), parent: Number(parent), state };
    });
}

/** `stat` is "pid (name) state parent …", where the name may hold anything, parentheses too. */
function fromProc(pid: string): ProcessEntry[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [{ pid: Number(pid), parent: Number(parent), state }];
  } catch {
    return []; // ended since the folder was listed
  }
}

/** A killed process that nobody has waited for yet is a zombie: it has no memory, files or threads any more. */
function areRunning(pids: readonly number[]): boolean {
  return processes().some(({ pid, state }) => pids.includes(pid) && !state.startsWith('Z'));
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ESRCH';
}
