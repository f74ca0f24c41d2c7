/** Runs a piece of work one time after the other: however often it is asked for meanwhile, it is done once more. */
export function inTurn(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  return () => {
    if (running) return void (again = true);
    running = true;
    const run = async (): Promise<void> => {
      do {
        again = false;
        await work().catch(() => undefined);
      } while (again);
      running = false;
    };
    void run();
  };
}
