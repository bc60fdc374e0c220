import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listBuiltFiles } from '../../../src/main/security/built-files.ts';
import { contentSecurityPolicy } from '../../../src/main/security/content-security-policy.ts';
import { mayRequest } from '../../../src/main/security/network-policy.ts';
import { isOwn, type Origin, startPage, storeFolderName } from '../../../src/main/security/origin.ts';
import { serveBuiltFiles } from '../../../src/main/security/serve-built-files.ts';

const built: Origin = { kind: 'built' };
const development: Origin = { kind: 'development', server: new URL('http://localhost:5173/') };

describe('the origin', () => {
  it('never changes: it is the address of all data', () => {
    expect(startPage).toBe('app://ascribe/index.html');
    expect(storeFolderName).toBe('app_ascribe_0.indexeddb.leveldb');
  });

  it.each([
    'app://ascribe.evil/index.html',
    'app://ascribe@evil/index.html',
    'app://user@ascribe/index.html',
    'app:/ascribe/index.html',
    'apps://ascribe/',
    'https://ascribe/',
    'http://localhost:5173/',
    'data:text/html,x',
    'about:blank',
    '',
  ])('is not %j', (url) => {
    expect(isOwn(built, url)).toBe(false);
  });

  it('is the server in development', () => {
    expect(isOwn(development, 'http://localhost:5173/main.tsx')).toBe(true);
    expect(isOwn(development, 'http://localhost:51730/')).toBe(false);
    expect(isOwn(development, 'app://ascribe/index.html')).toBe(false);
  });
});

describe('requests', () => {
  it.each([
    ['app://ascribe/assets/a.js', true],
    ['blob:app://ascribe/3f1c', true],
    ['blob:https://evil.example/3f1c', false],
    ['https://example.com/', false],
    ['http://127.0.0.1/', false],
    ['ws://localhost:5173/', false],
    ['file:///etc/passwd', false],
    ['data:text/plain,x', false],
    ['devtools://devtools/x.js', false],
    ['ftp://example.com/', false],
    ['app://other/', false],
  ])('%s may be made: %s', (url, allowed) => {
    expect(mayRequest(url, built)).toBe(allowed);
  });
});

describe('the content security policy', () => {
  it('allows nothing unsafe', () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|data:|https?:/);
    expect(contentSecurityPolicy).toContain("default-src 'none'");
    expect(contentSecurityPolicy).toContain("require-trusted-types-for 'script'; trusted-types ascribe");
  });
});

describe('built files', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ascribe-built-'));
    mkdirSync(join(folder, 'out/assets'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(folder, 'out/index.html'), '<p>');
    writeFileSync(join(folder, 'out/assets/a b.js'), '1');
    writeFileSync(join(folder, 'out/notes.unknown'), '1');
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'out/link.txt'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const get = (url: string, method = 'GET') =>
    serveBuiltFiles(listBuiltFiles(join(folder, 'out')))({ url, method });

  it('are served with their type and the policy', async () => {
    const response = await get('app://ascribe/assets/a%20b.js?v=1#x');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('1');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    'app://ascribe/',
    'app://ascribe/../secret.txt',
    'app://ascribe/%2e%2e/secret.txt',
    'app://ascribe/..%2fsecret.txt',
    'app://ascribe/assets/../../secret.txt',
    'app://ascribe//index.html',
    'app://ascribe/link.txt',
    'app://ascribe/notes.unknown',
    'app://other/index.html',
  ])('are all that is served: %s', async (url) => {
    const response = await get(url);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  });

  it('are only read', async () => {
    expect((await get('app://ascribe/index.html', 'POST')).status).toBe(404);
  });
});
