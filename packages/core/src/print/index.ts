/** Printing: pages of ours in place of the page they are asked for on, and codes as images. For what is fetched when somebody prints. */
export { codeImage, type CodeModules } from './code-image.js';
export { heightOf, measured, pageHeight, pixelsPerMm, printPages } from './print-pages.js';
