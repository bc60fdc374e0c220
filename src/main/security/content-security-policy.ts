/** A directive of the content security policy, and why it is so. */
const directives: readonly (readonly [name: string, value: string, reason: string])[] = [
  ['default-src', "'none'", 'what is not named below is not there'],
  ['script-src', "'self'", 'the built files; nothing inline, nothing evaluated'],
  ['style-src', "'self'", 'the built files; styles made by script go through the CSSOM'],
  ['img-src', "'self' blob:", 'icons; pictures the page makes itself'],
  ['font-src', "'self'", 'bundled fonts'],
  ['connect-src', "'self'", 'bundled data files'],
  ['worker-src', "'self'", 'readers and writers of files'],
  ['base-uri', "'none'", 'no text may move where links lead'],
  ['form-action', "'none'", 'no form is sent anywhere'],
  ['object-src', "'none'", 'no plug-ins'],
  ['frame-src', "'none'", 'no frames'],
  ['frame-ancestors', "'none'", 'never inside a frame'],
  ['require-trusted-types-for', "'script'", 'text cannot become markup or code'],
  ['trusted-types', 'ascribe', 'the one policy: it makes URLs of the built workers'],
];

export const contentSecurityPolicy = directives.map(([name, value]) => `${name} ${value}`).join('; ');

/** Headers of every response of the app's own scheme. */
export const responseHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
