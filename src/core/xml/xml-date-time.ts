/** True for what XML Schema has as a `dateTime` (part 2, section 3.2.7): ISO 8601 with seconds. */
export function isXmlDateTime(text: string | undefined): boolean {
  return (
    text !== undefined && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/.test(text)
  );
}
