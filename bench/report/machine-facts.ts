import { cpus, loadavg, totalmem } from 'node:os';

/** What one must know of the machine to read the figures: no names, no paths. */
export function machineFacts(electron: string): Readonly<Record<string, string>> {
  const [processor] = cpus();
  return {
    Electron: electron,
    system: `${process.platform} ${process.arch}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    processor: processor?.model.trim() || 'not named by the system',
    'load when the run began': loadavg()[0]?.toFixed(1) ?? 'unknown',
    Node: process.versions.node,
  };
}
