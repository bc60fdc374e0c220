import { describe, expect, test } from 'vitest';
import {
  endToEndCounts,
  exitCodeOf,
  lastLine,
  oneCheck,
  sum,
  unitCounts,
} from '../../../scripts/stages/results.mjs';

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  message: status === 'failed' ? 'could not be loaded' : '',
  assertionResults: tests.map((each, i) => ({
    status: each,
    fullName: `test ${i}`,
    failureMessages: each === 'failed' ? [`expected 1 to be 2\n${'at somewhere\n'.repeat(30)}`] : [],
  })),
});

describe('unitCounts', () => {
  test('counts tests', () => {
    const report = {
      testResults: [file('passed', 'passed', 'passed', 'skipped'), file('failed', 'failed', 'passed')],
    };
    expect(unitCounts(report, 1)).toMatchObject({ passed: 3, failed: 1, skipped: 1 });
  });

  test('counts a file that could not be loaded as a failure', () => {
    expect(unitCounts({ testResults: [file('passed', 'passed'), file('failed')] }, 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
      failures: ['a.test.ts\n    could not be loaded'],
    });
  });

  test('names what failed, with the beginning of its message', () => {
    const { failures } = unitCounts({ testResults: [file('failed', 'passed', 'failed')] }, 1);
    expect(failures).toEqual([
      `a.test.ts › test 1\n    expected 1 to be 2${'\n    at somewhere'.repeat(11)}`,
    ]);
  });

  test('does not call a run good that ended badly, left no report or ran nothing', () => {
    expect(unitCounts({ testResults: [file('passed', 'passed')] }, 1).failed).toBe(1);
    expect(unitCounts(undefined, 0).failed).toBe(1);
    expect(unitCounts({ testResults: [] }, 0).failed).toBe(1);
  });
});

describe('endToEndCounts', () => {
  test('hands on what tests have measured, at any depth', () => {
    const spec = (type: string, description: string) => ({
      ok: true,
      title: 'a test',
      tests: [{ status: 'expected', annotations: [{ type, description }], results: [] }],
    });
    const report = {
      stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 },
      suites: [
        {
          title: 'a.spec.ts',
          specs: [spec('measured', 'seven ms')],
          suites: [{ title: 'inner', specs: [spec('measured', 'nine ms'), spec('issue', '12')] }],
        },
      ],
    };
    expect(endToEndCounts(report, 0).measured).toEqual(['seven ms', 'nine ms']);
  });

  test('counts a flaky test as failed', () => {
    expect(endToEndCounts({ stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 1 } }, 1)).toMatchObject({
      passed: 5,
      failed: 3,
      skipped: 1,
    });
  });

  test('names what failed, with the suites it stands in', () => {
    const tests = (status: string, message: string) => [{ status, results: [{ error: { message } }] }];
    const inner = {
      title: 'saving',
      specs: [
        { ok: false, title: 'is said', tests: tests('unexpected', '\u001b[31mexpected 1\u001b[39m') },
        { ok: true, title: 'is kept', tests: tests('expected', '') },
      ],
    };
    const report = {
      stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 0 },
      suites: [{ title: 'keeping.spec.ts', suites: [inner] }],
    };
    expect(endToEndCounts(report, 1).failures).toEqual([
      'keeping.spec.ts › saving › is said\n    expected 1',
    ]);
  });

  test('does not call a run good that ended badly or ran nothing', () => {
    expect(endToEndCounts({ stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 } }, 1).failed).toBe(1);
    expect(endToEndCounts(undefined, 1).failed).toBe(1);
    expect(endToEndCounts({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 3 } }, 0).failed).toBe(1);
  });
});

describe('the end of a run', () => {
  test('sums all stages into one line', () => {
    const total = sum([oneCheck(true), oneCheck(false), { passed: 10, failed: 2, skipped: 3 }]);
    expect(lastLine(total)).toBe('11 passed, 3 failed, 3 skipped');
    expect(lastLine(sum([oneCheck(true)]))).toBe('1 passed, 0 failed');
  });

  test('is good only when something ran and nothing failed', () => {
    expect(exitCodeOf({ passed: 1, failed: 0, skipped: 1 })).toBe(0);
    expect(exitCodeOf({ passed: 9, failed: 1, skipped: 0 })).toBe(1);
    expect(exitCodeOf({ passed: 0, failed: 0, skipped: 1 })).toBe(1);
  });
});
