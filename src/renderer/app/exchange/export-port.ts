import type { Loss } from '../../../core/formats/format.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { DatasetPiece } from '../../workers/dataset-client.ts';

/** A format that datasets can be written in, as the export dialog shows it. */
export interface ExportFormat {
  readonly id: string;
  readonly name: string;
  /** The ending, without its dot, of a file with so many articles. */
  extension(articles: number): string;
}

/** What a dataset of some articles comes to. */
export interface ExportSummary {
  readonly articles: number;
  readonly spans: number;
  readonly relations: number;
  /** What the format cannot hold of it; empty when nothing is lost. */
  readonly losses: readonly Loss[];
}

/** How datasets are made, away from the window's thread. */
export interface ExportPort {
  /** The formats that write; first the native dataset. */
  readonly formats: readonly ExportFormat[];
  summarise(formatId: string, articles: readonly Identifier[]): Promise<ExportSummary>;
  /**
   * The dataset's bytes in pieces. Leaving the loop ends the work. Throws with a sentence for the person.
   * @param withRest as a ZIP, with the whole beside it
   */
  write(formatId: string, articles: readonly Identifier[], withRest: boolean): AsyncIterable<DatasetPiece>;
}
