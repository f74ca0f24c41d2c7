/** Server-sent events out of a stream of text (HTML Living Standard, 9.2.6), however it is cut. `EventSource` itself cannot send a token. */

export interface ServerSentEvent {
  /** The last id that the stream gave, to go on from. */
  id: string;
  /** `message` when the stream names none. */
  type: string;
  data: string;
}

/** A reader that is given the text piece by piece and answers with the events that are whole. */
export function eventReader(): (piece: string) => ServerSentEvent[] {
  let rest = '';
  let [id, type, data] = ['', '', [] as string[]];
  let first = true;
  let half = false;

  const line = (text: string, found: ServerSentEvent[]): void => {
    if (text === '') {
      if (data.length) found.push({ id, type: type || 'message', data: data.join('\n') });
      [type, data] = ['', []];
      return;
    }
    const colon = text.indexOf(':');
    if (colon === 0) return;
    const name = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') data.push(value);
    else if (name === 'event') type = value;
    else if (name === 'id' && !value.includes('\0')) id = value;
  };

  return (piece) => {
    const found: ServerSentEvent[] = [];
    if (!piece) return found;
    rest += first ? piece.replace(/^\uFEFF/, '') : piece;
    first = false;
    for (;;) {
      // A CRLF may be cut in the middle: its line has ended with the CR.
      if (half && rest) {
        rest = rest.replace(/^\n/, '');
        half = false;
      }
      const end = /\r\n|\n|\r/.exec(rest);
      if (!end) return found;
      line(rest.slice(0, end.index), found);
      rest = rest.slice(end.index + end[0].length);
      half = end[0] === '\r' && rest === '';
    }
  };
}
