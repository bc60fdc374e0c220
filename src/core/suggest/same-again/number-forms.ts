/** A phrase as it is, and, where it has no capital and so is no name, with its last word in the plural and in the singular of English: `minister`, `ministers`. */
export function numberForms(phrase: string): string[] {
  if (!/^[a-z][a-z’' -]*[a-z]$/.test(phrase)) return [phrase];
  const forms = [phrase];
  if (/[^aeiou]ies$/.test(phrase)) forms.push(phrase.replace(/ies$/, 'y'));
  else if (/(?:s|x|z|ch|sh)es$/.test(phrase)) forms.push(phrase.slice(0, -2));
  else if (/[^s]s$/.test(phrase)) forms.push(phrase.slice(0, -1));
  else if (/[^aeiou]y$/.test(phrase)) forms.push(phrase.replace(/y$/, 'ies'));
  else forms.push(/(?:s|x|z|ch|sh)$/.test(phrase) ? `${phrase}es` : `${phrase}s`);
  return forms;
}
