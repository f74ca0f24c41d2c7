import { expect } from '@open-wc/testing';
import { register, version } from '@tsunagu/core';
import { watchPage, type Watch } from './page.js';

const element = (ofVersion?: string): CustomElementConstructor & { version?: string } =>
  class extends HTMLElement {
    static version = ofVersion;
  };

describe('register', () => {
  let watch: Watch;
  beforeEach(() => (watch = watchPage()));
  afterEach(() => watch.stop());

  it('defines a tag', () => {
    const first = element(version);
    register('tsunagu-test-a', first);
    expect(customElements.get('tsunagu-test-a')).to.equal(first);
  });

  it('is silent for the same class and for another copy of the same version', () => {
    const first = element(version);
    register('tsunagu-test-b', first);
    register('tsunagu-test-b', first);
    register('tsunagu-test-b', element(version));
    expect(customElements.get('tsunagu-test-b')).to.equal(first);
    expect(watch.warnings).to.deep.equal([]);
  });

  it('warns once, naming both versions and the tag, when another version is there', () => {
    register('tsunagu-test-c', element('0.0.1'));
    register('tsunagu-test-c', element(version));
    expect(watch.warnings).to.have.length(1);
    for (const word of ['<tsunagu-test-c>', '0.0.1', version]) expect(watch.warnings[0]).to.contain(word);
  });

  it('says "unknown" of a class that names no version, and never throws', () => {
    register('tsunagu-test-d', element());
    register('tsunagu-test-d', element(version));
    expect(watch.warnings[0]).to.contain('unknown');
    expect(watch.errors).to.deep.equal([]);
  });
});
