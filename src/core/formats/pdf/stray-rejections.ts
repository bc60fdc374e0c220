/** What the PDF library throws about documents. */
const aboutDocuments = new Set([
  'AbortException',
  'FormatError',
  'InvalidPDFException',
  'MissingDataException',
  'ParserEOFException',
  'UnknownErrorException',
  'XRefEntryException',
  'XRefParseException',
]);

interface RejectionHost {
  on(event: 'unhandledRejection', listener: (reason: unknown) => void): unknown;
}

let isListening = false;

/**
 * Of some broken documents the PDF library leaves promises behind that nobody waits for. Browsers note that and go on; Node ends the program unless
 * somebody listens. Rejections about anything but documents are thrown as Node throws them.
 */
export function listenForStrayRejections(): void {
  const host: unknown = Reflect.get(globalThis, 'process');
  if (isListening || !isRejectionHost(host)) return;
  isListening = true;
  host.on('unhandledRejection', (reason) => {
    if (!(reason instanceof Error) || !aboutDocuments.has(reason.name)) throw reason;
  });
}

function isRejectionHost(host: unknown): host is RejectionHost {
  return typeof host === 'object' && host !== null && 'on' in host && typeof host.on === 'function';
}
