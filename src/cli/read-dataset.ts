import type { Dataset } from '../core/formats/dataset-schema.ts';
import type { Format } from '../core/formats/format.ts';
import { exportDataset } from '../core/formats/to-dataset.ts';
import { combine } from './combine.ts';
import type { Surroundings } from './command.ts';
import { reportFaults } from './fault.ts';
import { inputFiles } from './input-files.ts';
import { type Input, readInput } from './read-input.ts';

/** One dataset of all that the operands hold, merged as the app merges; undefined when an input is at fault, which is then reported. */
export async function readAsDataset(
  operands: readonly string[],
  from: Format | undefined,
  surroundings: Surroundings,
): Promise<Dataset | undefined> {
  const { files, faults } = await inputFiles(operands, surroundings.folder);
  reportFaults(faults, surroundings);
  const inputs: Input[] = [];
  for (const file of files) {
    const input = await readInput(file, from, surroundings);
    reportFaults(input.faults, surroundings);
    inputs.push(input);
  }
  if (faults.length > 0 || inputs.some((input) => input.faults.length > 0)) return undefined;
  const state = await combine(inputs, operands.join(', '), new Date().toISOString());
  return exportDataset(state, { kind: 'handOver' });
}
