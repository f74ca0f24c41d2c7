/** Every `stories/**\/*.stories.ts` by path; the test build makes this module. */
declare module 'tsunagu:stories' {
  const stories: (readonly [path: string, load: () => Promise<Record<string, unknown>>])[];
  export default stories;
}
