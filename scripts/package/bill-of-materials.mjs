import { runNpm } from '../runtime/npm.mjs';
import { projectRoot } from '../runtime/places.mjs';
import { packageFacts } from './package-facts.mjs';

/**
 * What the app is made of, as CycloneDX 1.5 (cyclonedx.org): every package of the lock file that is not for development, with its licence and the SHA-512 that npm checks when it installs it.
 * The same lock file gives the same bytes: npm's serial number and time are left out.
 * @returns {Promise<string>} JSON
 */
export async function billOfMaterials() {
  const { code, stdout, stderr } = await runNpm(
    ['sbom', '--omit=dev', '--sbom-format=cyclonedx', '--package-lock-only', '--loglevel=error'],
    { cwd: projectRoot },
  );
  if (code !== 0) throw new Error(`npm cannot list what the app is made of: ${stderr}`);
  const { serialNumber: _, ...bill } = JSON.parse(stdout);
  const { timestamp: __, ...metadata } = bill.metadata;
  const { name } = packageFacts();
  // npm calls it by the folder that it lies in.
  const component = { ...metadata.component, name };
  return `${JSON.stringify({ ...bill, metadata: { ...metadata, component } }, null, 2)}\n`;
}

/**
 * The packages in a bill of materials.
 * @param {string} bill
 * @returns {{ name: string, version: string, licences: string[], hashes: string[] }[]}
 */
export function packagesIn(bill) {
  /** @type {{ components: { name: string, version: string, licenses?: { license?: { id?: string, name?: string }, expression?: string }[], hashes?: { alg: string }[] }[] }} */
  const { components } = JSON.parse(bill);
  return components.map(({ name, version, licenses = [], hashes = [] }) => ({
    name,
    version,
    licences: licenses.map(({ license, expression }) => license?.id ?? license?.name ?? expression ?? ''),
    hashes: hashes.map(({ alg }) => alg),
  }));
}
