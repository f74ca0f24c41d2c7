import type { FhirLoss } from '@tsunagu/schema/referral/fhir';
import type { ReadTextError } from '@tsunagu/schema/referral/compare';
import type { RefusedCode } from '@tsunagu/schema/referral/transfer';

/** Files and codes: what goes out, and what comes in. Readings in Aozora notation. */
export interface TransferMessages {
  title: string;
  list: (items: readonly (string | number)[]) => string;

  out: {
    title: string;
    lead: string;
    /** For a desk that was handed the sheet. */
    leadHere: string;
    who: string;
    /** The whole sheet, for the desk's own files. */
    own: string;
    ownHint: string;
    json: string;
    csv: string;
    xlsx: string;
    text: string;
    fhir: string;
    print: string;
    codes: string;
    copied: string;
    copyByHand: string;
    textLabel: string;
    /** Heading of what a FHIR file does not carry, shown before it is saved. */
    losses: string;
    /** Each of them, in a sentence. */
    lost: (loss: FhirLoss) => string;
    saveAnyway: string;
    saved: (name: string) => string;
    failed: string;
    printFailed: string;
    tooMany: string;
    seal: string;
    sealHint: string;
    sealed: (key: string) => string;
    unsealed: string;
    badKey: string;
    privateKey: string;
    insecure: string;
  };

  codes: {
    part: (index: number, count: number) => string;
    image: (index: number, count: number) => string;
    next: string;
    previous: string;
    all: string;
    one: string;
    close: string;
    id: (id: string) => string;
    /** What is shown, or was made, is no longer what may be given. */
    changed: string;
  };

  in: {
    title: string;
    lead: string;
    file: string;
    fileHint: string;
    paste: string;
    read: string;
    scanner: string;
    scannerHint: string;
    camera: string;
    cameraStop: string;
    cameraRefused: string;
    cameraNone: string;
    cameraOn: string;
    cameraView: string;
    /** The camera was pulled out, or something else took it. */
    cameraLost: string;
    reading: string;
    /** How far it is. `read` and `missing` are numbers of codes, from 1. */
    progress: (count: number, read: readonly number[], missing: readonly number[]) => string;
    noCode: (file: string) => string;
    again: string;
    /** A code that was not taken. */
    refused: Readonly<Record<RefusedCode, string>>;
    /** A text, a file or all the codes of a sheet, of which no sheet comes. */
    unusable: Readonly<Record<Exclude<ReadTextError, 'missing'>, string>>;
    startOver: string;
    unreadable: string;
    tooLarge: string;
    key: string;
    keyHint: string;
    wrongKey: string;
    broken: string;
    thisSheet: (steps: number) => string;
    thisSheetNow: string;
    otherSheet: string;
    notHere: string;
  };

  check: {
    title: string;
    /** Nothing is on the screen yet. */
    fresh: string;
    same: string;
    other: string;
    behind: string;
    apart: string;
    steps: (count: number) => string;
    /** A desk's answers come back to the sender, whose own sheet stays as it is. */
    answers: string;
    late: string;
    nothing: string;
    changed: string;
    before: string;
    after: string;
    none: string;
    replace: string;
    take: string;
    cancel: string;
    done: string;
  };
}
