import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyHistory, type History, historyDepth, remember } from '../../../src/core/operations/history.ts';
import { type LogEntry, logEntrySchema } from '../../../src/core/operations/log-entry.ts';
import { someTime } from '../arbitraries/article.ts';
import { someProject } from '../arbitraries/operation-sequence.ts';

type Entry = Parameters<typeof remember>[1];

/** What a user does: something new, undo, redo. */
const gesture = fc.constantFrom('new', 'new', 'undo', 'redo');

/** The slow, obvious history: two stacks. */
function replay(gestures: readonly string[]): { log: Entry[]; undo: number[]; redo: number[] } {
  const log: Entry[] = [];
  const undo: number[] = [];
  let redo: number[] = [];
  for (const one of gestures) {
    const seq = log.length + 1;
    const taken = one === 'undo' ? undo.pop() : one === 'redo' ? redo.pop() : undefined;
    if (one === 'new') {
      log.push({ seq, label: `step ${seq}` });
      undo.push(seq);
      redo = [];
    } else if (taken !== undefined && one === 'undo') {
      log.push({ seq, label: 'undo', undoes: taken });
      redo.push(taken);
    } else if (taken !== undefined) {
      log.push({ seq, label: 'redo', redoes: taken });
      undo.push(taken);
    }
  }
  return { log, undo, redo };
}

function read(log: readonly Entry[]): History {
  return log.reduce(remember, emptyHistory);
}

describe('remember', () => {
  it('reads the two stacks off the log, wherever it is cut by a restart', () => {
    fc.assert(
      fc.property(fc.array(gesture, { maxLength: 80 }), fc.nat(), (gestures, cut) => {
        const { log, undo, redo } = replay(gestures);
        const history = read(log);
        expect(history.undo.map(({ seq }) => seq)).toEqual(undo);
        expect(history.redo.map(({ seq }) => seq)).toEqual(redo);
        const at = cut % (log.length + 1);
        expect(log.slice(at).reduce(remember, read(log.slice(0, at)))).toEqual(history);
      }),
    );
  });

  it('keeps the label of the entry that first made the step', () => {
    const history = read([
      { seq: 1, label: 'tag claim' },
      { seq: 2, label: 'undo', undoes: 1 },
    ]);
    expect(history).toEqual({ undo: [], redo: [{ seq: 1, label: 'tag claim' }] });
    expect(remember(history, { seq: 3, label: 'redo', redoes: 1 }).undo).toEqual([
      { seq: 1, label: 'tag claim' },
    ]);
  });

  it('passes over an undo or redo of a step that it no longer has', () => {
    const history = read([{ seq: 5, label: 'tag claim' }]);
    expect(remember(history, { seq: 6, label: 'undo', undoes: 2 })).toBe(history);
    expect(remember(history, { seq: 6, label: 'redo', redoes: 5 })).toBe(history);
  });

  it('keeps so many steps and no more, the newest', () => {
    const log = Array.from({ length: historyDepth + 5 }, (_, i) => ({ seq: i + 1, label: 'tag' }));
    const { undo } = read(log);
    expect(undo).toHaveLength(historyDepth);
    expect(undo[0]?.seq).toBe(6);
    expect(undo.at(-1)?.seq).toBe(historyDepth + 5);
  });
});

describe('logEntrySchema', () => {
  const entry: LogEntry = {
    seq: 1,
    at: someTime,
    annotator: 'annotator',
    label: 'rename project',
    operation: { type: 'project.update', before: someProject, after: { ...someProject, name: 'New' } },
  };

  it('takes an entry through JSON', () => {
    expect(logEntrySchema.parse(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
  });

  it.each([
    ['number 0', { seq: 0 }],
    ['no label', { label: '' }],
    ['an unknown operation', { operation: { type: 'span.explode' } }],
    ['an empty batch', { operation: { type: 'batch', changes: [] } }],
    ['a stray key', { checksum: 'x' }],
  ])('refuses %s', (_, parts) => {
    expect(logEntrySchema.safeParse({ ...entry, ...parts }).success).toBe(false);
  });
});
