/** Writes one line of progress. To stderr: stdout belongs to what a command answers. @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * A listener for download progress that says a line each tenth of the way.
 * @param {string} name
 * @returns {(received: number, total: number | undefined) => void}
 */
export function sayTenths(name) {
  let last = -1;
  return (received, total) => {
    if (total === undefined) return;
    const tenth = Math.floor((received / total) * 10);
    if (tenth === last) return;
    last = tenth;
    say(`  ${name}: ${tenth * 10} % of ${Math.round(total / 1e6)} MB`);
  };
}
