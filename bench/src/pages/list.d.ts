declare module 'list.js' {
  export default class List<T> {
    constructor(
      id: string,
      options: { valueNames: string[]; searchColumns: string[]; item: (values: T) => string; page: number },
      values: T[],
    );
    readonly matchingItems: unknown[];
    on(event: 'updated', listener: () => void): void;
  }
}
declare module '*.css';
