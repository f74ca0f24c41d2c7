/** The part of Storybook's story format that the tests render themselves, without Storybook. */
import { html, type nothing, render, type TemplateResult } from 'lit';

export type Args = Record<string, unknown>;

export interface StoryContext {
  args: Args;
  globals: Record<string, string>;
  name: string;
  loaded: Record<string, unknown>;
}

type Rendered = TemplateResult | Node | string | typeof nothing;
type RenderStory = (args: Args, context: StoryContext) => Rendered;
type Decorate = (story: () => Rendered, context: StoryContext) => Rendered;

interface Annotations {
  title?: string;
  component?: string;
  name?: string;
  args?: Args;
  render?: RenderStory;
  decorators?: Decorate | Decorate[];
  loaders?: ((context: StoryContext) => Promise<Record<string, unknown>>)[];
  play?: (context: StoryContext & { canvasElement: HTMLElement }) => Promise<void> | void;
  globals?: Record<string, string>;
  parameters?: { a11y?: { test?: 'error' | 'off'; disable?: boolean } };
  includeStories?: string[];
  excludeStories?: string[];
}

export interface Story {
  title: string;
  name: string;
  show: (canvas: HTMLElement, language: string) => Promise<void>;
}

const list = <T>(value: T | T[] | undefined): T[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

function defaultRender(component: string | undefined, args: Args): Rendered {
  if (!component) throw new Error('A story needs `render`, or its file a `component`.');
  return Object.assign(document.createElement(component), args);
}

/** The stories of one file, in the order they are written. */
export function storiesOf(path: string, module: Record<string, unknown>): Story[] {
  const meta = module.default as Annotations | undefined;
  if (!meta) throw new Error(`${path} has no default export.`);
  return Object.entries(module)
    .filter(([key]) => key !== 'default' && !meta.excludeStories?.includes(key) && (meta.includeStories?.includes(key) ?? true))
    .map(([key, value]) =>
      compose(meta, typeof value === 'function' ? { render: value as RenderStory } : (value as Annotations), key, path),
    );
}

function compose(meta: Annotations, story: Annotations, key: string, path: string): Story {
  if (story.parameters?.a11y?.test === 'off' || story.parameters?.a11y?.disable) {
    throw new Error(`${path}, ${key}: no story may switch its accessibility test off.`);
  }
  const name = story.name ?? key;
  const draw = story.render ?? meta.render ?? ((args: Args) => defaultRender(story.component ?? meta.component, args));
  return {
    title: meta.title ?? path,
    name,
    async show(canvas, language) {
      const args = { ...meta.args, ...story.args };
      const globals = { theme: 'default', width: 'full', host: 'plain', forcedColors: 'off', ...meta.globals, ...story.globals, language };
      const context: StoryContext = { args, globals, name, loaded: {} };
      for (const load of [...list(meta.loaders), ...list(story.loaders)]) Object.assign(context.loaded, await load(context));
      const decorated = [...list(story.decorators), ...list(meta.decorators)].reduce<() => Rendered>(
        (inner, decorate) => () => decorate(inner, context),
        () => draw(args, context),
      );
      render(html`${decorated()}`, canvas);
      await (story.play ?? meta.play)?.({ ...context, canvasElement: canvas });
    },
  };
}
