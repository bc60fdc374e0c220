import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /^\.tsx?$/.test(extname(entry.name)))
  .map((entry) => join(entry.parentPath, entry.name));

/** Files of the sources, seen from there, that hold this. */
function filesWith(pattern: RegExp): string[] {
  return sources
    .filter((path) => pattern.test(readFileSync(path, 'utf8')))
    .map((path) => path.slice(join(root, 'src/').length));
}

describe('of Electron', () => {
  it('nothing that hands an address to the system is used', () => {
    expect(filesWith(/\bopenExternal\b|\bopenPath\b|\bshell\s*[,}].*from 'electron'/)).toEqual([]);
  });

  it('no switch that opens the page is used', () => {
    expect(
      filesWith(/enableBlinkFeatures|enable-blink-features|bypassCSP|allowpopups|allowFileAccess/i),
    ).toEqual([]);
    expect(filesWith(/nodeIntegration\w*:\s*true|(?:sandbox|contextIsolation|webSecurity):\s*false/)).toEqual(
      [],
    );
    expect(filesWith(/\bloadFile\(|['"`]file:\/\//)).toEqual([]);
  });

  it('the page gets three functions by the preload alone', () => {
    expect(filesWith(/exposeInMainWorld|contextBridge/)).toEqual(['preload/index.ts']);
    expect(filesWith(/\bipcMain\b/)).toEqual(['main/ipc.ts']);
    expect(filesWith(/\bipcRenderer\b/)).toEqual(['preload/index.ts']);
  });

  it('lint refuses the imports by which that could begin', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ascribe-lint-'));
    const put = (path: string, content: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    };
    try {
      put('biome.json', readFileSync(join(root, 'biome.json'), 'utf8'));
      const probes = [
        ['src/main/window/probe.ts', 'shell'],
        ['src/main/ipc-probe.ts', 'shell'],
        ['src/preload/probe.ts', 'shell'],
        ['src/main/files/probe.ts', 'ipcMain'],
        ['src/bridge/probe.ts', 'ipcRenderer'],
      ] as const;
      for (const [path, name] of probes)
        put(path, `import { ${name} } from 'electron';\n\nexport const used = ${name};\n`);
      const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
      const { stdout } = spawnSync(
        process.execPath,
        [biome, 'lint', '--vcs-enabled=false', '--reporter=github', '.'],
        {
          cwd: folder,
          encoding: 'utf8',
        },
      );
      const refused = stdout.split('\n').filter((line) => line.includes('noRestrictedImports'));
      for (const [path] of probes)
        expect(
          refused.some((line) => line.includes(`${path},`)),
          path,
        ).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
