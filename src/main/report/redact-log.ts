/** What is known of the person and of the machine, and is to stand in no report. */
export interface Private {
  /** The folder of the app itself: a place in its code is named from there, every other path is left out. */
  readonly appFolder: string;
  /** Names of files and articles, of the person and of those who speak: left out wherever they stand. */
  readonly words: readonly string[];
}

/** Shorter words would take away parts of others. In UTF-16 units. */
const shortestWord = 3;

const opening = '"“„«‹‘`';
const closing = /["“”'’‘»›`]/u;

/**
 * The log without what is the person's own: paths, whatever is quoted (messages quote names of files and pieces of text) and the given words are left out. Of
 * a stack only the places in the app's own code and in Node's stay. It rather leaves out too much than too little.
 * @param log as `LogFile` writes it; a torn first line is left out
 */
export function redactLog(log: string, known: Private): string {
  const variants = known.words.flatMap((word) => [word.normalize('NFC'), word.normalize('NFD'), word.trim()]);
  const words = [...new Set(variants)]
    .filter((word) => word.trim().length >= shortestWord && log.includes(word))
    // A name that holds another goes first, lest a part of it stay.
    .sort((a, b) => b.length - a.length);
  return entriesOf(log)
    .map((entry) => redactEntry(entry, known.appFolder, words))
    .join('\n');
}

const head = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (?:info|warning|error) /;

/** An entry begins with its time and goes on in lines that are set in. */
function entriesOf(log: string): string[][] {
  const entries: string[][] = [];
  for (const line of log.split('\n')) {
    if (head.test(line)) entries.push([line]);
    else if (line.startsWith('    ')) entries.at(-1)?.push(line);
  }
  return entries;
}

function redactEntry(lines: readonly string[], appFolder: string, words: readonly string[]): string {
  const frameAt = lines.findIndex(isFrame);
  const said = lines.slice(0, frameAt < 0 ? lines.length : frameAt).join('\n');
  const stack = frameAt < 0 ? [] : lines.slice(frameAt);
  const start = head.exec(said)?.[0] ?? '';
  // The part of the app that speaks: its own word, not the person's.
  const area = /^[a-z]+(?: [a-z]+)?: /.exec(said.slice(start.length))?.[0] ?? '';
  // A name may hold the end of a line and go on like a frame: a quotation that may end in there has no end here.
  const goesOn = stack.some((line) => closing.test(line));
  const message = redactMessage(said.slice(start.length + area.length), words, goesOn);
  return [`${start}${area}${message}`, ...stack.map((line) => redactFrame(line, appFolder))].join('\n');
}

function redactMessage(message: string, words: readonly string[], goesOn: boolean): string {
  let rest = message;
  for (const word of words) rest = rest.replaceAll(word, '[name]');
  return withoutPath(withoutQuoted(rest, goesOn));
}

/**
 * From the first mark that opens a quotation to the last that may close one: what is quoted may itself hold such marks.
 * @param goesOn whether the quotation may reach beyond the message: then all that follows the first mark is left out
 */
function withoutQuoted(message: string, goesOn: boolean): string {
  const characters = [...message];
  const first = characters.findIndex(
    (each, at) => opening.includes(each) || (each === "'" && !/[\p{L}\p{N}]/u.test(characters[at - 1] ?? '')),
  );
  if (first < 0) return message;
  const last = goesOn ? -1 : characters.findLastIndex((each, at) => at > first && closing.test(each));
  const after = last < 0 ? '' : characters.slice(last + 1).join('');
  return `${characters.slice(0, first).join('')}[left out]${after}`;
}

/** A path may hold any character, so it is taken to reach to the end. */
function withoutPath(message: string): string {
  return message.replace(/[^\s(=,;]*(?:[\\/]|%2f|%5c)[\s\S]*$/iu, '[path]');
}

const frame = /^\s*at (?:(?<what>.+) \((?<within>[^()]+)\)|(?<alone>\S+))$/su;

function isFrame(line: string): boolean {
  return /^\s*at\s/.test(line);
}

function redactFrame(line: string, appFolder: string): string {
  const { what = '', within, alone } = frame.exec(line)?.groups ?? {};
  const place = ownPlace(within ?? alone ?? '', appFolder);
  if (place === undefined) return '    at [elsewhere]';
  const named = /^[\w$.<>#[\] ]{1,120}$/.test(what) ? `${what} (${place})` : place;
  return `    at ${named}`;
}

/** A place in the window's code, in Node's, or in the app's folder, which is cut off; undefined for any other. */
function ownPlace(place: string, appFolder: string): string | undefined {
  if (/^(?:app:\/\/ascribe\/|node:)[\w./-]+:\d+:\d+$/.test(place)) return place;
  const path = slashes(decoded(place.replace(/^file:\/\/(?=\/)/, '')));
  const folder = slashes(appFolder).replace(/\/?$/, '/');
  // A file URL of Windows has a slash before the drive.
  const at = path.startsWith(`/${folder}`) ? 1 : 0;
  if (!path.startsWith(folder, at)) return undefined;
  const tail = path.slice(at + folder.length);
  return /^(?:out|src|node_modules)\/[\w./@-]+:\d+:\d+$/.test(tail) && !tail.includes('..')
    ? tail
    : undefined;
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
