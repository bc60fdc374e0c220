/**
 * Something that the commands need and cannot get. The message says what is missing, the remedy what to type or do.
 * Shown without a stack trace; anything else that is thrown is a fault of the scripts and keeps its trace.
 */
export class SetupFailure extends Error {
  /**
   * @param {string} message what is missing or went wrong
   * @param {string} remedy what mends it: a command, or a short instruction
   */
  constructor(message, remedy) {
    super(message);
    this.name = 'SetupFailure';
    this.remedy = remedy;
  }
}

/**
 * Runs a command's main function and turns its failure into a message and a non-zero exit code.
 * @param {() => Promise<number>} main resolves to the exit code
 */
export async function runCommand(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    process.stderr.write(`\nAscribe: ${error.message}\n  To mend it: ${error.remedy}\n`);
    process.exitCode = 1;
  }
}
