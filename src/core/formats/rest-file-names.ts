/** Ends the name of a whole dataset that lies beside one in a format that cannot hold all of it. */
export const restEnding = '.rest.json';

/** True for the name of such a file. */
export function isRest({ name }: { readonly name: string }): boolean {
  return name.toLowerCase().endsWith(restEnding);
}

/** The name of the rest of a file of that name. */
export function restOf(name: string): string {
  return `${name.replace(/\.[^./]*$/, '')}${restEnding}`;
}
