import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} [measured] what tests have measured, which nothing depends on
 * @property {string[]} [failures] each failed test by its name, with the beginning of what it said
 */

/**
 * @typedef {object} PlaywrightSuite
 * @property {string} title
 * @property {PlaywrightSuite[]} [suites]
 * @property {{ ok: boolean, title: string, tests: { status: string, annotations?: { type: string, description?: string }[], results: { error?: { message?: string } }[] }[] }[]} [specs]
 */

/** @param {boolean} passed a stage that is one check as a whole @returns {Counts} */
export function oneCheck(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/**
 * Vitest's JSON report counted by test. A file that could not be loaded has no tests, and counts as a failed one.
 * @param {{ testResults: { name: string, status: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[] } | undefined} report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function unitCounts(report, exitCode) {
  /** @type {string[]} */
  const failures = [];
  const counts = { passed: 0, failed: 0, skipped: 0, failures };
  for (const file of report?.testResults ?? []) {
    const failedBefore = counts.failed;
    for (const { status, fullName, failureMessages } of file.assertionResults) {
      if (status === 'passed') counts.passed += 1;
      else if (status === 'failed') {
        counts.failed += 1;
        failures.push(`${file.name} › ${fullName}\n${beginning(failureMessages.join('\n'))}`);
      } else counts.skipped += 1;
    }
    if (file.status === 'failed' && counts.failed === failedBefore) {
      counts.failed += 1;
      failures.push(`${file.name}\n${beginning(file.message)}`);
    }
  }
  return honest(counts, exitCode);
}

/** Enough of a message to see what failed and, for a random test, with which seed. @param {string} message */
function beginning(message) {
  return message
    .split('\n')
    .slice(0, 12)
    .map((line) => `    ${line.slice(0, 300)}`)
    .join('\n');
}

/**
 * Playwright's JSON report. A test that passed only when run again counts as failed.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, suites?: PlaywrightSuite[] } | undefined} report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function endToEndCounts(report, exitCode) {
  const failures = (report?.suites ?? []).flatMap((suite) => failedSpecs(suite, ''));
  const measured = (report?.suites ?? []).flatMap(measuredIn);
  const { expected, unexpected, flaky, skipped } = report?.stats ?? {
    expected: 0,
    unexpected: 0,
    flaky: 0,
    skipped: 0,
  };
  return honest({ passed: expected, failed: unexpected + flaky, skipped, failures, measured }, exitCode);
}

/** What tests noted as measured. @param {PlaywrightSuite} suite @returns {string[]} */
function measuredIn(suite) {
  const here = (suite.specs ?? []).flatMap(({ tests }) =>
    tests.flatMap(({ annotations }) =>
      (annotations ?? []).flatMap(({ type, description }) =>
        type === 'measured' ? (description ?? []) : [],
      ),
    ),
  );
  return [...here, ...(suite.suites ?? []).flatMap(measuredIn)];
}

/** @param {PlaywrightSuite} suite @param {string} within @returns {string[]} */
function failedSpecs(suite, within) {
  const path = within === '' ? suite.title : `${within} › ${suite.title}`;
  const here = (suite.specs ?? [])
    .filter(({ tests }) => tests.some(({ status }) => status === 'unexpected' || status === 'flaky'))
    .map(({ title, tests }) => {
      const said = tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? ''));
      return `${path} › ${title}\n${beginning(stripVTControlCharacters(said.find((message) => message !== '') ?? ''))}`;
    });
  return [...here, ...(suite.suites ?? []).flatMap((inner) => failedSpecs(inner, path))];
}

/** @param {Counts[]} all @returns {Counts} */
export function sum(all) {
  const add = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    all.reduce((total, counts) => total + counts[key], 0);
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') };
}

/** The last line that `npm test` prints. @param {Counts} counts */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @param {Counts} counts */
export function exitCodeOf({ passed, failed }) {
  return failed > 0 || passed === 0 ? 1 : 0;
}

/** A runner that failed, or ran nothing, has failed even when no single test has. @param {Counts} counts @param {number} exitCode */
function honest(counts, exitCode) {
  const silentFailure = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0);
  return silentFailure ? { ...counts, failed: 1 } : counts;
}
