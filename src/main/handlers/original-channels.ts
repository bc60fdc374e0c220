import { channels } from '../../bridge/channels.ts';
import { serve } from '../ipc-gate.ts';
import type { OriginalFiles } from '../originals/original-files.ts';

/** The files that articles were made of. */
export function originalChannels({ originals }: { readonly originals: OriginalFiles }) {
  return {
    'originals.keep': serve(channels['originals.keep'], ({ bytes }) => originals.keep(bytes)),
    'originals.read': serve(channels['originals.read'], ({ sha256 }) => originals.read(sha256)),
  };
}
