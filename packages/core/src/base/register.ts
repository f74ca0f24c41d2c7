import { version } from '../version.js';

type Versioned = CustomElementConstructor & { version?: string };

/**
 * Registers a tag once. A second copy of the script on a page is calm: silent when it is the same version, one warning
 * naming both versions otherwise, never an exception (a thrown error would lose the rest of the bundle).
 */
export function register(tag: string, element: Versioned): void {
  if (typeof customElements === 'undefined') return;
  const present: Versioned | undefined = customElements.get(tag);
  if (!present) {
    customElements.define(tag, element);
    return;
  }
  const theirs = present.version ?? 'unknown';
  if (present !== element && theirs !== version)
    console.warn(`<${tag}> is already defined by version ${theirs}; this copy (${version}) is not used. Load one version only.`);
}
