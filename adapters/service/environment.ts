/**
 * The process's environment, with `.env` of the current folder under it. Node reads the file; a variable that is already set
 * keeps its value.
 */
export function loadEnvironment(): Readonly<Record<string, string | undefined>> {
  try {
    process.loadEnvFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  return process.env;
}
