import { writeFileSync } from 'node:fs';
import { test } from '@playwright/test';

/** Writes a file of the running test's own, which goes with its results. @returns its path */
export function articleFile(name: string, content: string | Uint8Array): string {
  const path = test.info().outputPath(name);
  writeFileSync(path, content);
  return path;
}
