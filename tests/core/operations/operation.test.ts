import { describe, expect, it } from 'vitest';
import { type Change, changesOf, operationOf } from '../../../src/core/operations/operation.ts';
import { someProject } from '../arbitraries/operation-sequence.ts';

const rename: Change = {
  type: 'project.update',
  before: someProject,
  after: { ...someProject, name: 'New' },
};
const back: Change = { type: 'project.update', before: rename.after, after: someProject };

describe('operationOf', () => {
  it('leaves one change as it is, and makes a batch of several in their order', () => {
    expect(operationOf([rename])).toBe(rename);
    expect(operationOf([rename, back])).toEqual({ type: 'batch', changes: [rename, back] });
    expect(changesOf(operationOf([rename, back]))).toEqual([rename, back]);
    expect(changesOf(rename)).toEqual([rename]);
  });

  it('throws without changes', () => {
    expect(() => operationOf([])).toThrow('changes something');
  });
});
