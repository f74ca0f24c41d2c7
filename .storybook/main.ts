import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig, type Plugin } from 'vite';
import { analyze } from '../scripts/manifest.mjs';
import { elementPackages } from '../scripts/workspaces.mjs';

/** `tsunagu:manifest`: the custom-elements manifest of all packages, fresh from the sources; the docs pages are made from it. */
const manifest: Plugin = {
  name: 'tsunagu-manifest',
  resolveId: (id) => (id === 'tsunagu:manifest' ? `\0${id}` : undefined),
  async load(id) {
    if (id !== '\0tsunagu:manifest') return undefined;
    const manifests = await Promise.all(elementPackages().map(({ dir }) => analyze(dir)));
    return `export default ${JSON.stringify({ ...manifests[0], modules: manifests.flatMap(({ modules }) => modules) })};`;
  },
};

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: '@storybook/web-components-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Stories show the same cities as the example pages, at the same addresses as in the tests.
  staticDirs: [{ from: '../examples/cities', to: '/examples/cities' }],
  viteFinal: (base) =>
    mergeConfig(base, {
      plugins: [manifest],
      // Elements come straight from their TypeScript sources: a story is never older than the code.
      resolve: { conditions: ['tsunagu-source', 'module', 'browser', 'development|production'] },
      esbuild: { target: 'es2022' },
      build: { target: 'es2022', chunkSizeWarningLimit: 4000 },
    }),
};

export default config;
