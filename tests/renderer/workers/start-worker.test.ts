import { afterEach, beforeEach, expect, test, vi } from 'vitest';

vi.mock('../../../src/renderer/workers/reading.worker.ts?worker&url', () => ({
  default: '/assets/reading.js',
}));
vi.mock('../../../src/renderer/workers/dataset.worker.ts?worker&url', () => ({
  default: '/assets/dataset.js',
}));

const started: unknown[][] = [];
const policies: { name: string; rules: { createScriptURL(url: string): string } }[] = [];

beforeEach(() => {
  vi.resetModules();
  started.length = 0;
  policies.length = 0;
  vi.stubGlobal(
    'Worker',
    class {
      constructor(...given: unknown[]) {
        started.push(given);
      }
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

function stubTrustedTypes(): void {
  vi.stubGlobal('trustedTypes', {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }) {
      policies.push({ name, rules });
      return { createScriptURL: (url: string) => ({ trusted: rules.createScriptURL(url) }) };
    },
  });
}

test('a worker is started with an address that the policy made', async () => {
  stubTrustedTypes();
  const { startWorker } = await import('../../../src/renderer/workers/start-worker.ts');
  startWorker('reading');
  startWorker('dataset');
  expect(policies.map(({ name }) => name)).toEqual(['ascribe']);
  expect(started).toEqual([
    [{ trusted: '/assets/reading.js' }, { type: 'module', name: 'ascribe-reading' }],
    [{ trusted: '/assets/dataset.js' }, { type: 'module', name: 'ascribe-dataset' }],
  ]);
});

test('the policy refuses every other address', async () => {
  stubTrustedTypes();
  await import('../../../src/renderer/workers/start-worker.ts');
  for (const url of ['/assets/other.js', 'data:text/javascript,1', '/assets/reading.js?x', '']) {
    expect(() => policies[0]?.rules.createScriptURL(url)).toThrow(TypeError);
  }
});

test('where the engine has no Trusted Types the address is used as it is', async () => {
  const { startWorker } = await import('../../../src/renderer/workers/start-worker.ts');
  startWorker('reading');
  expect(started[0]?.[0]).toBe('/assets/reading.js');
});
