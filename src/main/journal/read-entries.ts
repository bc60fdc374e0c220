import type { JournalEntry } from '../../core/journal/journal-line.ts';
import { scanSegment } from '../../core/journal/scan-segment.ts';
import type { FileLayer } from '../disk/file-layer.ts';
import { readInto } from '../disk/read-whole.ts';
import { lastSeqOf, type Segment } from './segment.ts';

const batchBytes = 4 * 1024 * 1024;

/**
 * Reads entries after a number, about 4 MiB of them, checking each again.
 * @throws a Node file-system error; an entry that is no longer as it was flushed is one, with the code `EBADMSG`
 */
export async function readEntries(
  layer: FileLayer,
  segments: readonly Segment[],
  afterSeq: number,
): Promise<{ entries: JournalEntry[]; more: boolean }> {
  const entries: JournalEntry[] = [];
  let bytes = 0;
  for (const segment of segments) {
    if (lastSeqOf(segment) <= afterSeq) continue;
    const content = await readSegment(layer, segment);
    const found = new Map(
      scanSegment(content)
        .runs.flatMap((run) => run.entries)
        .map((one) => [one.seq, one]),
    );
    for (let seq = Math.max(segment.firstSeq, afterSeq + 1); seq <= lastSeqOf(segment); seq++) {
      if (bytes >= batchBytes) return { entries, more: true };
      const entry = found.get(seq);
      if (entry === undefined || entry.crc !== segment.crcs[seq - segment.firstSeq]) {
        if (entries.length > 0) return { entries, more: true };
        throw Object.assign(new Error(`entry ${seq} is damaged`), { code: 'EBADMSG' });
      }
      const json = content.toString('utf8', entry.start, entry.end);
      bytes += entry.end - entry.start;
      entries.push({ seq, json });
    }
  }
  return { entries, more: false };
}

async function readSegment(layer: FileLayer, { path, length }: Segment): Promise<Buffer> {
  const content = Buffer.alloc(length);
  const file = await layer.open(path, 'read');
  try {
    return content.subarray(0, await readInto(file, content, 0));
  } finally {
    await file.close();
  }
}
