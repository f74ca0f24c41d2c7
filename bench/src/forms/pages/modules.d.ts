declare module '*.css?text' {
  const text: string;
  export default text;
}
declare module '@formio/js/dist/formio.form.min.js' {
  export const Formio: { createForm(host: HTMLElement, form: object, options: object): Promise<unknown> };
}
