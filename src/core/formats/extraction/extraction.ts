import type { BlockKind, BlockPlace } from '../../model/block.ts';

/** A block as a reader took it out of a document; its text is made canonical and trimmed later. */
export interface ExtractedBlock extends BlockPlace {
  readonly kind: Exclude<BlockKind, 'continuation'>;
  readonly text: string;
  /** True when it stands on the line after the block before it, without a blank line between them: rows of a table, lines of verse. */
  readonly isTight?: boolean;
  /** Where in the text, which has no white space at its ends, other pages begin than the one that it begins on. */
  readonly turns?: readonly { readonly at: number; readonly page: number }[];
}

/** What a reader took out of a document. */
export interface Extraction {
  readonly blocks: readonly ExtractedBlock[];
  /** What the document itself says its title is. */
  readonly title?: string;
  /** As `ArticleRecord.metadata`; what is blank is left out later. */
  readonly metadata?: Readonly<Record<string, string | undefined>>;
}
