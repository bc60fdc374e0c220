import type { Dataset } from '../core/formats/dataset-schema.ts';
import { exportDataset } from '../core/formats/to-dataset.ts';
import { combine } from './combine.ts';
import type { Surroundings } from './command.ts';
import { reportFaults } from './fault.ts';
import { inputFiles } from './input-files.ts';
import { type Input, type InputOptions, readInput } from './read-input.ts';

/** One dataset of all that the operands hold, merged as the app merges; undefined when an input is at fault, which is then reported. */
export async function readAsDataset(
  operands: readonly string[],
  options: InputOptions,
  surroundings: Surroundings,
): Promise<Dataset | undefined> {
  const { files, faults } = await inputFiles(operands, surroundings.folder);
  reportFaults(faults, surroundings);
  const inputs: Input[] = [];
  for (const [done, file] of files.entries()) {
    surroundings.progress?.(`Reading ${done + 1} of ${files.length}: ${file}`);
    const input = await readInput(file, options, surroundings);
    reportFaults(input.faults, surroundings);
    inputs.push(input);
  }
  surroundings.progress?.('');
  if (faults.length > 0 || inputs.some((input) => input.faults.length > 0)) return undefined;
  const state = await combine(inputs, operands.join(', '), new Date().toISOString());
  return exportDataset(state, { kind: 'handOver' });
}
