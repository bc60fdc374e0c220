import { expect, test } from 'vitest';
import { readDataset } from '../../../../src/core/formats/read-dataset.ts';
import { contentsFromJournal, writeRescueCopy } from '../../../../src/renderer/app/doctor/rescue-copy.ts';
import { articleOf } from '../../../core/arbitraries/article.ts';
import { FakeBridge } from '../../fakes/bridge.ts';
import { Profile, spanOf } from '../../fakes/project.ts';

const article = articleOf('The minister resigned.\nNobody was surprised in Oslo.', 'a');

test.each(['the journal alone', 'a snapshot and the entries after it'])(
  'everything that was saved is in the copy, without a working store, from %s',
  async (source) => {
    const profile = new Profile();
    const { workbench } = await profile.start();
    workbench.commit({ type: 'article.add', article }, 'open article');
    for (let i = 0; i < 9; i++) {
      workbench.commit({ type: 'span.add', span: spanOf(article, `s${i}`, i, i + 4) }, 'tag claim');
      if (i !== 5 || source === 'the journal alone') continue;
      await workbench.whenSaved(5_000);
      await profile.snapshot();
    }
    await workbench.whenSaved(5_000);
    const bridge = new FakeBridge(profile.disk);
    const session = bridge.session();
    const pieces: Uint8Array[] = [];
    bridge.overrides['exports.choose'] = () => ({ token: crypto.randomUUID(), fileName: 'copy.json' });
    bridge.overrides['exports.begin'] = () => ({ ok: true, value: { handle: crypto.randomUUID() } });
    bridge.overrides['outgoing.append'] = ({ bytes }) => {
      pieces.push(bytes.slice());
      return { ok: true, value: {} };
    };
    bridge.overrides['outgoing.commit'] = () => ({ ok: true, value: { fileName: 'copy.json' } });
    const said = await writeRescueCopy(bridge, () => contentsFromJournal(bridge, session));
    expect(said).toBe('“copy.json” was written: 9 annotations in 1 article.');
    const read = readDataset({ name: 'copy.json', bytes: new Uint8Array(Buffer.concat(pieces)) });
    if (!read.ok) throw new Error(read.reason.message);
    expect(read.value.faults).toEqual([]);
    expect(read.value.dataset.articles[0]?.spans?.map(({ id }) => id)).toEqual(
      Array.from({ length: 9 }, (_, i) => `s${i}`),
    );
  },
);
