/**
 * What a spreadsheet program may take for the beginning of a formula: = + - @ and their full-width forms, and the control characters that it passes
 * over before one (OWASP, “CSV Injection”; ASVS 5.0, 1.2.10).
 */
const formula = '[=+\\-@＝＋－＠\\t\\r\\n\\0]';
const taken = new RegExp(`^'*${formula}`);
const defused = new RegExp(`^'+${formula}`);

/** The text with an apostrophe before it where a spreadsheet program would take it for a formula. */
export function withoutFormula(text: string): string {
  return taken.test(text) ? `'${text}` : text;
}

/** The text of which `withoutFormula` made this one: exactly, apostrophes that it had of its own included. */
export function formulaRestored(text: string): string {
  return text.startsWith("'") && defused.test(text) ? text.slice(1) : text;
}
