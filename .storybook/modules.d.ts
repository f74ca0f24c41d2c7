declare module '*.css';
declare module '*.css?inline' {
  const css: string;
  export default css;
}
declare module 'tsunagu:manifest' {
  const manifest: unknown;
  export default manifest;
}
