import type { Result } from '../../model/result.ts';
import { buildArticle } from '../extraction/build-article.ts';
import { decodeFile } from '../extraction/decode-file.ts';
import type { ExtractedBlock } from '../extraction/extraction.ts';
import type { ArticleReadingOptions, SourceFile } from '../format.ts';
import type { FormatFailure } from '../format-failure.ts';
import type { ReadArticle } from '../read-article.ts';
import { type Cue, cuesIn } from './cues.ts';

/** Speech after a silence of so many milliseconds stands apart. */
const pause = 3_000;

/**
 * What is heard, a block a cue with its times. Lines of a cue are joined unless they are those of a dialogue. Where the file says who speaks, the name stands before
 * the words whenever it changes, so that it can be tagged.
 */
export function readSubtitles(
  file: SourceFile,
  options: ArticleReadingOptions = {},
): Result<ReadArticle, FormatFailure> {
  const decoded = decodeFile(file, { encoding: options.encoding, declared: undefined });
  if (!decoded.ok) return decoded;
  const base = file.name.slice(file.name.lastIndexOf('/') + 1).replace(/\.(?:srt|vtt)$/i, '');
  return buildArticle(
    file,
    { reader: 'subtitles@1', ...decoded.value },
    { blocks: blocksOf(cuesIn(decoded.value.text)), title: base },
  );
}

function blocksOf(cues: readonly Cue[]): ExtractedBlock[] {
  let voice: string | undefined;
  let end: number | undefined;
  return cues.map((cue) => {
    const isNewVoice = cue.voice !== undefined && cue.voice !== voice;
    const isAfterPause = cue.from !== undefined && end !== undefined && cue.from - end >= pause;
    voice = cue.voice ?? voice;
    end = cue.to ?? end;
    const isDialogue = cue.lines.some((line) => /^[-–—]/.test(line));
    return {
      kind: 'paragraph',
      text: `${isNewVoice ? `${cue.voice}: ` : ''}${cue.lines.join(isDialogue ? '\n' : ' ')}`,
      ...(cue.from !== undefined && { from: cue.from }),
      ...(cue.to !== undefined && { to: cue.to }),
      isTight: !isNewVoice && !isAfterPause,
    };
  });
}
