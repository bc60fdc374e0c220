import type { Identifier } from '../../model/identifier.ts';
import { failure, type Result, success } from '../../model/result.ts';
import type { Operation } from '../operation.ts';

/** What a gesture of the analyst comes to. */
export interface Gesture {
  readonly operation: Operation;
  /** Words that follow "Undo", e.g. `tag claim`. */
  readonly label: string;
  /** The span that is current afterwards; null when none is. */
  readonly current: Identifier | null;
}

/** Why a gesture does nothing, in a sentence for the person. */
export interface Refusal {
  readonly code: 'nothing-selected' | 'duplicate' | 'no-room' | 'not-allowed' | 'missing' | 'unchanged';
  readonly message: string;
  /** The span in the way, to be shown. */
  readonly span?: Identifier;
}

export type GestureResult = Result<Gesture, Refusal>;

export function done(operation: Operation, label: string, current: Identifier | null): GestureResult {
  return success({ operation, label, current });
}

export function refused(code: Refusal['code'], message: string, span?: Identifier): GestureResult {
  return failure(span === undefined ? { code, message } : { code, message, span });
}
