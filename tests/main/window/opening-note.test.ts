import { describe, expect, it } from 'vitest';
import { OpeningNote } from '../../../src/main/window/opening-note.ts';
import { eachFault, faultCases, nameOf } from '../disk/each-fault.ts';
import { MemoryFileLayer } from '../disk/memory-file-layer.ts';
import { logOf } from '../log-of.ts';

const folder = '/profile';
const path = '/profile/opening.json';

function emptyDisk(): MemoryFileLayer {
  const disk = new MemoryFileLayer();
  disk.folders.add(folder);
  return disk;
}

async function start(layer: MemoryFileLayer, readOnly = false): Promise<OpeningNote> {
  const note = await OpeningNote.open({ layer, folder, readOnly, log: logOf() });
  note.pageStarted();
  return note;
}

describe('the note of what is being opened', () => {
  it('is on the disk before the article is drawn, and gone when it is seen', async () => {
    const disk = emptyDisk();
    const note = await start(disk);
    expect(note.left('p')).toBeNull();
    await note.begun('p', 'a');
    expect(disk.text(path)).toBe('{"projectId":"p","articleId":"a","times":1}');
    await note.seen('a');
    expect((await start(disk)).left('p')).toBeNull();
  });

  it('counts how often in a row an article was not seen, whether the app or the page alone ended', async () => {
    const disk = emptyDisk();
    await (await start(disk)).begun('p', 'a');
    const second = await start(disk);
    expect(second.left('p')).toEqual({ articleId: 'a', times: 1 });
    expect(second.left('other')).toBeNull();
    await second.begun('p', 'a');
    second.pageStarted();
    expect(second.left('p')).toEqual({ articleId: 'a', times: 2 });
    await second.begun('p', 'a');
    expect((await start(disk)).left('p')).toEqual({ articleId: 'a', times: 3 });
  });

  it('counts one page once, however often it begins', async () => {
    const disk = emptyDisk();
    const note = await start(disk);
    await note.begun('p', 'a');
    await note.begun('p', 'a');
    expect((await start(disk)).left('p')).toEqual({ articleId: 'a', times: 1 });
  });

  it('is of the article begun last: that another one is seen late changes nothing', async () => {
    const disk = emptyDisk();
    const note = await start(disk);
    await note.begun('p', 'a');
    await note.begun('p', 'b');
    await note.seen('a');
    expect((await start(disk)).left('p')).toEqual({ articleId: 'b', times: 1 });
  });

  it('is forgotten when the window is closed meanwhile, but not what an earlier one left', async () => {
    const disk = emptyDisk();
    await (await start(disk)).begun('p', 'a');
    const second = await start(disk);
    await second.closed();
    const third = await start(disk);
    expect(third.left('p')).toEqual({ articleId: 'a', times: 1 });
    await third.begun('p', 'a');
    await third.closed();
    expect((await start(disk)).left('p')).toBeNull();
  });

  it.each(['', 'null', '{"projectId":"p"}'])('that is unreadable is none: %j', async (content) => {
    const disk = emptyDisk();
    disk.put(path, content);
    expect((await start(disk)).left('p')).toBeNull();
  });

  it('is kept in memory alone where the profile may not be written', async () => {
    const disk = emptyDisk();
    const note = await start(disk, true);
    await note.begun('p', 'a');
    expect(disk.files.has(path)).toBe(false);
    note.pageStarted();
    expect(note.left('p')).toEqual({ articleId: 'a', times: 1 });
  });

  it.each(faultCases.map((each) => [nameOf(each), each] as const))(
    'keeps no article from being opened, whatever fails: %s',
    async (_name, faultCase) => {
      await eachFault(faultCase, async (wrap) => {
        const disk = emptyDisk();
        const layer = wrap(disk);
        const note = await OpeningNote.open({ layer, folder, readOnly: false, log: logOf() });
        await note.begun('p', 'a');
        await note.seen('a');
      });
    },
  );
});
