import { z } from 'zod';
import type { Fault, FileCall } from './faulty-file-layer.ts';

const faultsSchema = z.array(
  z.strictObject({
    /** A call of the file layer, such as `write`. */
    call: z.string(),
    /** Only files whose path contains this. */
    path: z.string(),
    /** An error code such as `ENOSPC`, or `short`, `lie` or `hang`. */
    fault: z.string(),
    /** So many calls go well first. */
    skip: z.int().nonnegative().default(0),
    /** So many calls fail then; without it, all. */
    times: z.int().positive().optional(),
  }),
);

/**
 * Decides which calls fail by a JSON list, which is asked for at each call so that a test can change it while the app runs;
 * a changed list starts its counting anew.
 * @throws {Error} when the list is malformed: a test is wrong then.
 */
export function requestedFaults(list: () => string): (call: FileCall, path: string) => Fault | undefined {
  let text: string | undefined;
  let rules: (z.infer<typeof faultsSchema>[number] & { seen: number })[] = [];
  return (call, path) => {
    const current = list();
    if (current !== text) {
      text = current;
      rules = faultsSchema.parse(JSON.parse(current)).map((rule) => ({ ...rule, seen: 0 }));
    }
    for (const rule of rules) {
      if (rule.call !== call || !path.includes(rule.path)) continue;
      rule.seen += 1;
      const number = rule.seen - rule.skip;
      if (number < 1 || (rule.times !== undefined && number > rule.times)) continue;
      return rule.fault === 'short' || rule.fault === 'lie' || rule.fault === 'hang'
        ? { kind: rule.fault }
        : { kind: 'error', code: rule.fault };
    }
    return undefined;
  };
}
