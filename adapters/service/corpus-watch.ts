import { watch } from "chokidar";

/** ms without a change after which a folder is taken to be whole: an editor saves, and a checkout writes, many files one after another. */
const QUIET = 1_000;
/** Folders below the corpus folder that are looked into; a link that leads to its own folder ends there. */
const MAX_DEPTH = 8;

export interface CorpusWatch {
  close(): Promise<void>;
}

export interface CorpusWatchOptions {
  readonly folder: string;
  /** Called once for all that changes together. */
  readonly changed: () => void;
  /** The system cannot watch (too many watches, no rights): changes are no longer noticed. */
  readonly failed: (code: string) => void;
  readonly quiet?: number;
}

/** Notices changes in and under the corpus folder, dot files aside: those are editors' and version control's. */
export function watchCorpus({ folder, changed, failed, quiet = QUIET }: CorpusWatchOptions): CorpusWatch {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, {
    ignoreInitial: true,
    depth: MAX_DEPTH,
    // Its own folder may well stand below one that begins with a dot
    ignored: (path) => /[/\\]\.[^/\\]*$/.test(path) && path.startsWith(folder) && path !== folder,
  });
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(changed, quiet);
    timer.unref();
  });
  watcher.on("error", (error) => failed((error as NodeJS.ErrnoException).code ?? "unknown"));
  return {
    close: () => {
      clearTimeout(timer);
      return watcher.close();
    },
  };
}
