/** Every test page starts at this instant and goes on from there: a suite that reads the machine's day fails on the next holiday. */
export const frozenDay = '2026-11-24T10:30:00+09:00';

/** HTML of a test page. @param {string} testFramework its script's address */
export const testPage = (testFramework) => `<!doctype html>
<html>
  <head><meta charset="utf-8"></head>
  <body>
    <script>
      {
        const machine = Date;
        const shift = machine.parse('${frozenDay}') - machine.now();
        const now = () => machine.now() + shift;
        globalThis.Date = new Proxy(machine, {
          construct: (target, given, made) => Reflect.construct(target, given.length ? given : [now()], made),
          get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
        });
      }
    </script>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>
`;
