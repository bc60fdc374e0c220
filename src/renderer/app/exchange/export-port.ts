import type { Loss } from '../../../core/formats/format.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { DatasetPiece } from '../../workers/dataset-client.ts';

/** A format that datasets can be written in, as the export dialog shows it. */
export interface ExportFormat {
  readonly id: string;
  readonly name: string;
  /** The ending, without its dot, of a file with so many articles. */
  extension(articles: number): string;
  /** It has a place for suggestions apart from annotations. */
  readonly takesSuggestions: boolean;
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
   * @param choice.withRest as a ZIP, with the whole beside it
   * @param choice.withSuggestions with what is proposed and nobody has decided about, where the format has a place for it
   */
  write(
    formatId: string,
    articles: readonly Identifier[],
    choice: { readonly withRest: boolean; readonly withSuggestions: boolean },
  ): AsyncIterable<DatasetPiece>;
}
