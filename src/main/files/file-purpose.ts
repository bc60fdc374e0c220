import { largestArticleFile } from '../../bridge/files.ts';

/** What a file was picked for decides how large it may be. */
export type FilePurpose = 'article' | 'dataset' | 'archive';

/** Bytes. A dataset holds many articles. */
export const largestFile: Readonly<Record<FilePurpose, number>> = {
  article: largestArticleFile,
  dataset: 1024 * 1024 * 1024,
  archive: 1024 * 1024 * 1024,
};

/** A project's archive is one wherever it comes from: dropped, named on the command line, or picked. A ZIP may hold many articles, as a dataset does. */
export function purposeOf(name: string, purpose: FilePurpose): FilePurpose {
  if (/\.ascribe$/i.test(name)) return 'archive';
  return purpose === 'article' && /\.zip$/i.test(name) ? 'dataset' : purpose;
}

/** A size as people read it, such as `64 MB`. */
export function sizeInWords(bytes: number): string {
  const mebibytes = bytes / (1024 * 1024);
  return mebibytes >= 1024
    ? `${(mebibytes / 1024).toFixed(1).replace(/\.0$/, '')} GB`
    : `${Math.ceil(mebibytes)} MB`;
}
