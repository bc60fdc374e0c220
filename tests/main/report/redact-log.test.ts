import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactLog } from '../../../src/main/report/redact-log.ts';

const at = '2026-11-27T10:00:00.000Z';
const appFolder = '/opt/Ascribe/resources/app.asar';

/** As `LogFile` writes a message. */
function logged(message: string, level = 'error'): string {
  return `${at} ${level} ${message.replace(/\r?\n/g, '\n    ')}\n`;
}

function redacted(message: string, words: readonly string[] = [], folder = appFolder): string {
  return redactLog(logged(message), { appFolder: folder, words });
}

describe('a log in a report', () => {
  it('keeps the app’s own words as they are', () => {
    const lines = [
      'start: Ascribe 0.1.0, Electron 33.2.1, linux x64',
      'store copy: made, 12 ms',
      'window: its process is gone (killed, 9)',
      'journal: append failed (ENOSPC)',
      'bridge: a malformed request was refused (token invalid_format; more unrecognized_keys)',
    ];
    const log = lines.map((line) => logged(line, 'info')).join('');
    expect(redactLog(log, { appFolder, words: [] })).toBe(log.trimEnd());
  });

  it.each([
    [
      "main: Error: ENOENT: no such file or directory, open '/home/ann/secret.txt'",
      'main: Error: ENOENT: no such file or directory, open [left out]',
    ],
    [
      "main: Error: EXDEV: cross-device link, rename '/home/o'neil/a' -> '/mnt/b'",
      'main: Error: EXDEV: cross-device link, rename [left out]',
    ],
    ['main: cannot open C:\\Users\\Ann Lee\\secret.txt', 'main: cannot open [path]'],
    ['main: \\\\server\\share\\Ann Lee', 'main: [path]'],
    ['main: file:///home/ann/My%20Articles', 'main: [path]'],
    ['main: at %2Fhome%2Fann', 'main: at [path]'],
    [
      'window: SyntaxError: Unexpected token W, "Who said "x" in the text" is not valid JSON',
      'window: SyntaxError: Unexpected token W, [left out] is not valid JSON',
    ],
    ['projects: “Ann’s project” cannot be read', 'projects: [left out] cannot be read'],
    ['window: an open “quotation', 'window: an open [left out]'],
  ])('of %j leaves %j', (message, expected) => {
    expect(redacted(message)).toBe(`${at} error ${expected}`);
  });

  it('keeps places in the app’s own code and in Node’s, and no others', () => {
    const stack = [
      'main: TypeError: x is undefined',
      '    at Journal.append (file:///opt/Ascribe/resources/app.asar/out/main/index.js:10:2)',
      '    at async file:///opt/Ascribe/resources/app.asar/out/main/index.js:7:1',
      '    at run (app://ascribe/assets/index-4f.js:1:300)',
      '    at process.processTicks (node:internal/process/task_queues:95:5)',
      '    at secret (/home/ann/secret.js:1:1)',
      '    at secret (/opt/Ascribe/resources/app.asar/../../ann/out/secret.js:1:1)',
      '    at the meeting, said Ann',
    ].join('\n');
    expect(redacted(stack).split('\n').slice(1)).toEqual([
      '    at Journal.append (out/main/index.js:10:2)',
      '    at [elsewhere]',
      '    at run (app://ascribe/assets/index-4f.js:1:300)',
      '    at process.processTicks (node:internal/process/task_queues:95:5)',
      '    at [elsewhere]',
      '    at [elsewhere]',
      '    at [elsewhere]',
    ]);
  });

  it('knows the app’s folder on Windows, as a path and as an address', () => {
    const folder = 'C:\\Program Files\\Ascribe\\resources\\app.asar';
    const stack = [
      'main: Error: no',
      `    at a (${folder}\\out\\main\\index.js:1:2)`,
      '    at b (file:///C:/Program%20Files/Ascribe/resources/app.asar/out/main/index.js:3:4)',
      '    at c (C:\\Program Files\\Other\\out\\main\\index.js:1:2)',
    ].join('\n');
    expect(redacted(stack, [], folder).split('\n').slice(1)).toEqual([
      '    at a (out/main/index.js:1:2)',
      '    at b (out/main/index.js:3:4)',
      '    at [elsewhere]',
    ]);
  });

  it.each([
    ["main: Error: no such file, open '/home/\"Zq7\n    at '", 'main: Error: no such file, open [left out]'],
    [
      "main: Error: no such file, open '/home/'Zq7\n    at x:1:1'",
      'main: Error: no such file, open [left out]',
    ],
  ])('takes a name that goes on like a stack for a name: %j', (message, expected) => {
    expect(redacted(message)).toBe(`${at} error ${expected}\n    at [elsewhere]`);
  });

  it('leaves known names out wherever they stand, the longest first', () => {
    expect(redacted('window: Ann Lee of Sund is gone', ['Ann', 'Ann Lee', 'Sund', '', 'of'])).toBe(
      `${at} error window: [name] of [name] is gone`,
    );
  });

  it('begins with a whole entry', () => {
    const log = `rest of a line about Ann\n    and more\n${logged('start: here')}`;
    expect(redactLog(log, { appFolder, words: [] })).toBe(`${at} error start: here`);
  });
});

/** Marked, so that it can be looked for; with all that makes names hard. */
const segment = fc
  .tuple(
    fc.string({
      unit: fc.constantFrom(...' \'"“”‘’`()[]:;,.-→\n\r\u2028\u202Eäé́𝔄%20%2F$&ab1'),
      maxLength: 8,
    }),
    fc.constantFrom('Zq7', 'zQ8'),
    fc.string({ unit: fc.constantFrom(...' \'"“”’()[]:;,.\n\u2028é𝔄at'), maxLength: 8 }),
  )
  .map((parts) => parts.join(''));

const hostilePath = fc
  .tuple(fc.array(segment, { minLength: 1, maxLength: 4 }), fc.nat(6))
  .map(([segments, kind]) => {
    switch (kind) {
      case 0:
        return `C:\\Users\\${segments.join('\\')}`;
      case 1:
        return `\\\\server\\${segments.join('\\')}`;
      case 2:
        return `\\\\?\\D:\\${segments.join('\\')}`;
      case 3:
        return `file:///${segments.map(encodeURIComponent).join('/')}`;
      case 4:
        return `file:///C:/${segments.join('/')}`;
      case 5:
        return `~/${segments.join('/')}`;
      default:
        return `/home/${segments.join('/')}`;
    }
  });

/** The ways in which faults name files. */
const fault = fc
  .tuple(hostilePath, hostilePath, fc.nat(7), fc.constantFrom('main', 'bridge', 'window', 'store copy'))
  .map(([path, other, kind, area]) => {
    const said = [
      `Error: ENOENT: no such file or directory, open '${path}'`,
      `Error: EXDEV: cross-device link not permitted, rename '${path}' -> '${other}'`,
      `Error: cannot read ${path}`,
      `Error: ${path}: not a folder (${other})`,
      `Error: no\n    at open (${path}:10:3)\n    at ${other}:1:1`,
      `Error: “${path}” is a folder, not a file.`,
      `SyntaxError: Unexpected token, "${path}" is not valid JSON\n    at JSON.parse (<anonymous>)`,
      `Error: spawn ${path} EACCES\n    at x (node:internal/y:1:1)\n    at ${path} (${other}:1:2)`,
    ][kind];
    return `${area}: ${said}`;
  });

describe('of whatever path', () => {
  it('no part stays', () => {
    fc.assert(
      fc.property(fc.array(fault, { minLength: 1, maxLength: 4 }), (faults) => {
        const log = faults.map((each) => logged(each)).join('');
        expect(redactLog(log, { appFolder, words: [] })).not.toMatch(/Zq7|zQ8|Users|server|home/);
      }),
      { numRuns: 3_000 },
    );
  });

  it('no part stays of one below the app’s own folder but places in its code', () => {
    fc.assert(
      fc.property(segment, (name) => {
        const path = `${appFolder}/${name}`;
        expect(redacted(`main: Error: no\n    at ${name} (${path}:1:1)\n    at ${path}:2:2`)).not.toMatch(
          /Zq7|zQ8/,
        );
      }),
    );
  });
});
