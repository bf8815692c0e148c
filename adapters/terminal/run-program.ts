/** For a command that prints to its end: whoever reads it may have seen enough (`| head`); a full disk is another matter. */
export function endsWithItsReader(name: string, failed: number): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    process.stderr.write(`${name}: cannot write: ${error.message}\n`);
    process.exit(failed);
  });
}

/**
 * Runs a command to its exit code. What throws is said on standard error, in full where the operator can fix it, and ends with
 * `failed`; what says so is loaded only then.
 */
export async function runProgram(
  main: (args: readonly string[]) => number | Promise<number>,
  failed: number,
): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    const { lastWords } = await import("../service/bootstrap.ts");
    process.stderr.write(`${lastWords(error)}\n`);
    process.exitCode = failed;
  }
}
