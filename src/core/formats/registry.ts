import type { Format, SourceFile } from './format.ts';

const modules = import.meta.glob<{ readonly format: Format }>('./*.format.ts', { eager: true });

/** Every format there is, the native dataset first: what menus, dialogs and the command line show. The folder is the list. */
export const formats: readonly Format[] = Object.values(modules)
  .map(({ format }) => format)
  .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));

/** The format of that id, or undefined. */
export function formatById(id: string): Format | undefined {
  return formats.find((format) => format.id === id);
}

/** The format that writes files with that name's ending, or undefined. */
export function writerFor(fileName: string): Format | undefined {
  const name = fileName.toLowerCase();
  return formats.find(
    ({ writer, endings }) => writer !== undefined && endings.some((ending) => name.endsWith(ending)),
  );
}

/** True for formats whose files open as articles. */
export function opensArticles({ articles, tables }: Format): boolean {
  return articles !== undefined || tables !== undefined;
}

const surest = ['content', 'ending', 'possible'];

/** Of the formats that `can`, the one that recognises the file most surely: by its content, else by its ending, else one that would try. */
export function bestFormat(file: SourceFile, can: (format: Format) => boolean): Format | undefined {
  return formats
    .filter(can)
    .map((format) => ({ format, place: surest.indexOf(format.recognise(file)) }))
    .filter(({ place }) => place !== -1)
    .sort((a, b) => a.place - b.place)[0]?.format;
}
