import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { billOfMaterials, packagesIn } from './package/bill-of-materials.mjs';
import { packageFacts } from './package/package-facts.mjs';
import { projectRoot } from './runtime/places.mjs';
import { say } from './runtime/progress.mjs';
import { runCommand } from './runtime/setup-failure.mjs';

// `npm run sbom`: writes what the app is made of to dist/, offline.
await runCommand(async () => {
  const bill = await billOfMaterials();
  const name = `ascribe-${packageFacts().version}.cdx.json`;
  mkdirSync(join(projectRoot, 'dist'), { recursive: true });
  writeFileSync(join(projectRoot, 'dist', name), bill);
  say(`dist/${name}: ${packagesIn(bill).length} packages`);
  return 0;
});
