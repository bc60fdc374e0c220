// The few globals that every runtime of core has (Node, a worker, a window). Core is checked without the DOM's types;
// these are the exceptions, and tsconfig.json leaves this file out where the DOM's own types are there.
declare var crypto: { randomUUID(): string };

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  readonly encoding: string;
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

// Vite's, in every build and in the tests.
interface ImportMeta {
  glob<Module>(pattern: string, options: { eager: true }): Record<string, Module>;
}

declare function setTimeout(call: () => void, milliseconds: number): number | object;
declare function clearTimeout(timer: number | object | undefined): void;
