import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { pick } from './random.ts';
import { flipByte } from './store-damage.ts';

type Damage = (path: string, random: () => number) => void;

/** What may become of one of our own files between two starts. */
const fileDamages: Readonly<Record<string, Damage>> = {
  'a byte flipped': flipByte,
  'cut anywhere': (path, random) => truncateSync(path, Math.floor(random() * statSync(path).size)),
  emptied: (path) => truncateSync(path, 0),
  'zero-filled from somewhere on': (path, random) => {
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0, Math.floor(random() * bytes.length)));
  },
  'a stretch replaced by other bytes': (path, random) => {
    const bytes = readFileSync(path);
    const start = Math.floor(random() * bytes.length);
    for (let i = start; i < Math.min(bytes.length, start + 40); i++) bytes[i] = Math.floor(random() * 256);
    writeFileSync(path, bytes);
  },
  'a stretch repeated': (path, random) => {
    const bytes = readFileSync(path);
    const start = Math.floor(random() * bytes.length);
    const stretch = bytes.subarray(start, start + 300);
    writeFileSync(path, Buffer.concat([bytes.subarray(0, start), stretch, bytes.subarray(start)]));
  },
  deleted: (path) => rmSync(path),
};

/** Damages a file in one of these ways. @returns in which */
export function damageFile(path: string, random: () => number): string {
  const usable = Object.entries(fileDamages).filter(
    ([name]) => name !== 'a byte flipped' || statSync(path).size > 0,
  );
  const [name, damage] = pick(random, usable);
  damage(path, random);
  return name;
}
