import type { Decorator, Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import { html } from 'lit';
import manifest from 'tsunagu:manifest';
import './city-themes.css';
import hostileCss from './hostile-host.css?inline';

setCustomElementsManifest(manifest);

const hostile = new CSSStyleSheet();
hostile.replaceSync(hostileCss);

/** The page around a story, as the toolbar asks: its language, the city's colours, a width, and CSS that means harm. */
const page: Decorator = (story, { globals }) => {
  const { language, theme, width, host, forcedColors } = globals as Record<string, string>;
  document.documentElement.lang = language ?? 'ja';
  const others = document.adoptedStyleSheets.filter((sheet) => sheet !== hostile);
  document.adoptedStyleSheets = host === 'hostile' ? [...others, hostile] : others;
  return html`<div
    class="tsunagu-story"
    data-city-theme=${theme ?? 'default'}
    data-width=${width ?? 'full'}
    ?data-forced-colors=${forcedColors === 'on'}
  >
    ${story()}
  </div>`;
};

const preview: Preview = {
  decorators: [page],
  tags: ['autodocs'],
  globalTypes: {
    language: {
      description: 'Language of the page',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'ja', title: '日本語' },
          { value: 'ja-x-easy', title: 'やさしい日本語' },
          { value: 'en', title: 'English' },
        ],
      },
    },
    theme: {
      description: 'Theme of a city',
      toolbar: {
        title: 'City theme',
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [
          { value: 'default', title: 'Digital Agency' },
          { value: 'forest', title: 'Forest' },
          { value: 'plum', title: 'Plum, serif, 18 px' },
          { value: 'night', title: 'Night' },
        ],
      },
    },
    width: {
      description: 'Width of the place the element sits in',
      toolbar: {
        title: 'Width',
        icon: 'grow',
        dynamicTitle: true,
        items: ['full', '320', '375', '768', '1280'].map((value) => ({ value, title: value === 'full' ? 'Full width' : `${value} px` })),
      },
    },
    host: {
      description: 'CSS of the page around the element',
      toolbar: {
        title: 'Host CSS',
        icon: 'lightning',
        dynamicTitle: true,
        items: [
          { value: 'plain', title: 'Plain page' },
          { value: 'hostile', title: 'Hostile page' },
        ],
      },
    },
    forcedColors: {
      description: 'High contrast, as far as CSS can show it',
      toolbar: {
        title: 'Contrast',
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'off', title: 'Own colours' },
          { value: 'on', title: 'High contrast' },
        ],
      },
    },
  },
  initialGlobals: { language: 'ja', theme: 'default', width: 'full', host: 'plain', forcedColors: 'off' },
  parameters: {
    a11y: { test: 'error' },
    options: { storySort: { order: ['Start', 'Window finder', 'Themes', 'Embedding', 'Flows'] } },
    docs: { toc: true },
    controls: { expanded: true, sort: 'requiredFirst' },
  },
};

export default preview;
