import { channels } from '../../bridge/channels.ts';
import { serve } from '../ipc-gate.ts';
import type { LearntFiles } from '../learnt/learnt-files.ts';

/** What was learnt from the open project. */
export function learntChannels({ learnt }: { readonly learnt: LearntFiles }) {
  return {
    'learnt.read': serve(channels['learnt.read'], () => learnt.read()),
    'learnt.keep': serve(channels['learnt.keep'], ({ bytes, projectId }) => learnt.keep(bytes, projectId)),
    'learnt.forget': serve(channels['learnt.forget'], () => learnt.forget()),
  };
}
