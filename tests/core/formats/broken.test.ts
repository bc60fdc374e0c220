import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readArticles } from '../../../src/core/formats/open-articles.ts';
import { readDatasetFiles } from '../../../src/core/formats/open-file.ts';

const folder = join(import.meta.dirname, 'broken');

// Found by `npm run fuzz`: each of these files once made a reader hang or throw.
test.each(readdirSync(folder))('%s is refused by name', async (name) => {
  const bytes = () => new Uint8Array(readFileSync(join(folder, name)));
  const dataset = await readDatasetFiles([{ name, bytes: bytes() }]);
  if (!dataset.ok) expect(dataset.reason.message).toContain(name);
  for await (const { content } of readArticles({ name, bytes: bytes() })) {
    if (content.kind === 'article' && !content.read.ok) expect(content.read.reason.message).toContain(name);
  }
});
