export interface Output {
  write(text: string): unknown;
}

/** Something that whoever runs the command can mend; its message is the sentence that says how. */
export class CommandError extends Error {}
