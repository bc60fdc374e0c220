import { Gazetteer } from '../../../core/places/gazetteer.ts';

/** One worker reads one gazetteer, once. */
let loaded: Promise<Gazetteer> | undefined;

/**
 * @param address of the gazetteer that the build has written
 * @throws Error when it cannot be read
 */
export function loadGazetteer(address: string): Promise<Gazetteer> {
  loaded ??= fetch(address).then(async (answer) => {
    if (!answer.ok) throw new Error(`The gazetteer cannot be read: ${answer.status}.`);
    return new Gazetteer(await answer.text());
  });
  return loaded;
}
