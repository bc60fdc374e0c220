import { gazetteerText } from '../../../scripts/gazetteer/gazetteer.mjs';

let built: string | undefined;

/** The gazetteer as the build writes it. */
export function builtGazetteer(): string {
  built ??= gazetteerText();
  return built;
}
