import type { BridgeFailure } from '../../bridge/failure.ts';
import { DiffersAfterWriting } from './atomic-file.ts';
import { errorCode } from './file-layer.ts';
import { ChangedWhileReading } from './read-whole.ts';

/** Why a file could not be read, in a sentence that names it. */
export function readFailure(error: unknown, name: string): BridgeFailure {
  if (error instanceof ChangedWhileReading) {
    return {
      code: 'busy',
      message: `“${name}” changed while it was being read. Open it again when it is finished.`,
    };
  }
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        code: 'vanished',
        message: `“${name}” is no longer there. It may have been moved or deleted.`,
      };
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'unreadable',
        message: `“${name}” cannot be read: you do not have the permission to open it.`,
      };
    case 'EISDIR':
      return { code: 'directory', message: `“${name}” is a folder, not a file.` };
    case 'EBUSY':
      return { code: 'busy', message: `“${name}” cannot be read: another program is using it.` };
    case 'ELOOP':
      return { code: 'unreadable', message: `“${name}” cannot be read: it is a link that leads to itself.` };
    case 'ETIMEDOUT':
      return { code: 'unreadable', message: `“${name}” cannot be read: the disk does not answer.` };
    case 'EBADMSG':
      return { code: 'damaged', message: `“${name}” is damaged: it no longer holds what was written.` };
    default:
      return {
        code: 'unreadable',
        message: `“${name}” cannot be read: the system reports ${errorCode(error) ?? 'an unknown fault'}.`,
      };
  }
}

/** Why a file could not be written, in a sentence that names it. What was kept, the caller adds. */
export function writeFailure(error: unknown, name: string): BridgeFailure {
  if (error instanceof DiffersAfterWriting) {
    return {
      code: 'differs-after-writing',
      message: `“${name}” was not written: what was read back from the disk differs from what was sent to it.`,
    };
  }
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'no-space', message: `“${name}” could not be written: the disk is full.` };
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'read-only',
        message: `“${name}” could not be written: you do not have the permission to write there.`,
      };
    case 'EBUSY':
      return { code: 'busy', message: `“${name}” could not be written: another program is using it.` };
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'vanished', message: `“${name}” could not be written: its folder is no longer there.` };
    case 'EISDIR':
      return { code: 'directory', message: `“${name}” could not be written: a folder has that name.` };
    case 'ETIMEDOUT':
      return { code: 'failed', message: `“${name}” could not be written: the disk does not answer.` };
    default:
      return {
        code: 'failed',
        message: `“${name}” could not be written: the system reports ${errorCode(error) ?? 'an unknown fault'}.`,
      };
  }
}
