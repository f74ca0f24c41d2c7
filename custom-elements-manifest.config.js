/**
 * The analyzer's settings for one package; `npm run manifest` runs it in every package with elements.
 *
 * What is private to the code (members without a docstring for the public, `private`, `protected`, `_x`, `#x`) stays out: the manifest is the contract.
 */
const isPublic = (member) => member.privacy === undefined || member.privacy === 'public';
const isEvent = ({ superclass }) => superclass?.name === 'CustomEvent' || superclass?.name === 'Event';
const lifecycle = new Set([
  'connectedCallback',
  'disconnectedCallback',
  'render',
  'willUpdate',
  'updated',
  'firstUpdated',
  'createRenderRoot',
  'styles',
]);

const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      module.declarations = (module.declarations ?? []).filter((declaration) => declaration.customElement || isEvent(declaration));
      for (const declaration of module.declarations) {
        declaration.members = declaration.members?.filter(
          (member) => isPublic(member) && !/^[_#]/.test(member.name) && !lifecycle.has(member.name),
        );
        // `@state()` fields are private, but the analyzer lists them as attributes.
        const fields = new Set(declaration.members?.map(({ name }) => name));
        declaration.attributes = declaration.attributes?.filter(({ fieldName }) => fieldName === undefined || fields.has(fieldName));
        // The analyzer takes the first argument of every dispatched event for its name; ours are classes, named by @fires.
        declaration.events = declaration.events?.filter(({ name }) => name.startsWith('tsunagu-'));
      }
      const isReal = (item) => item.kind !== 'custom-element-definition' || item.name.includes('-');
      const names = new Set(module.declarations.map(({ name }) => name));
      module.exports = (module.exports ?? [])
        .filter(isReal)
        .filter((item) => item.kind === 'custom-element-definition' || names.has(item.declaration?.name));
      for (const item of module.exports) {
        const home = customElementsManifest.modules.find(({ declarations }) =>
          declarations?.some(({ name }) => name === item.declaration.name),
        );
        if (item.kind === 'custom-element-definition' && home) item.declaration.module = home.path;
      }
    }
    customElementsManifest.modules = customElementsManifest.modules.filter(
      ({ declarations, exports }) => declarations.length || exports.length,
    );
  },
};

/** Elements are registered by `register('tsunagu-x', Class)`, which the analyzer does not know as a definition. */
const registrations = {
  name: 'registrations',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'register') return;
    const [tag, element] = node.arguments;
    if (!tag || !element || !ts.isStringLiteral(tag)) return;
    moduleDoc.exports = [
      ...(moduleDoc.exports ?? []),
      { kind: 'custom-element-definition', name: tag.text, declaration: { name: element.getText(), module: moduleDoc.path } },
    ];
  },
};

/** Source paths become the paths a package ships, so that an editor finds the module. */
const shippedPaths = {
  name: 'shipped-paths',
  packageLinkPhase({ customElementsManifest }) {
    const ship = (text) => text.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
    const walk = (value) => {
      if (Array.isArray(value)) return value.forEach(walk);
      if (value === null || typeof value !== 'object') return;
      for (const [key, child] of Object.entries(value)) {
        if ((key === 'path' || key === 'module') && typeof child === 'string') value[key] = ship(child);
        else walk(child);
      }
    };
    walk(customElementsManifest.modules);
  },
};

export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.d.ts'],
  litelement: true,
  dependencies: false,
  packagejson: false,
  plugins: [registrations, publicOnly, shippedPaths],
};
