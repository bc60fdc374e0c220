import { failure } from '../model/result.ts';

/** Why a file as a whole cannot be read. `message` is for the person: it names the file and says what to do. */
export interface FormatFailure {
  readonly code:
    | 'empty'
    | 'too-large'
    | 'too-complex'
    | 'protected'
    | 'directory'
    | 'not-text'
    | 'unknown-encoding'
    | 'is-dataset'
    | 'not-a-dataset'
    | 'damaged'
    | 'newer-version'
    | 'cannot-read';
  readonly message: string;
  /** Line of the file, from 1, where that is known. */
  readonly line?: number;
}

/** A failed result that says so about the file of that name. */
export function unreadable(code: FormatFailure['code'], message: string, line?: number) {
  return failure<FormatFailure>(line === undefined ? { code, message } : { code, message, line });
}
