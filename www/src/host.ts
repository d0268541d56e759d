import { validOptions, type Options } from "../../extension/src/options";
import { validCorrections } from "../../extension/src/reader/correction-list";
import type { CorrectionStore } from "../../extension/src/reader/corrections";

/** An article that the page is opened with. */
export interface Incoming {
  readonly title: string;
  readonly address: string;
  readonly text: string;
}

/** What differs between the page on a server and the page in the extension: where things are kept, and what it is opened with. */
export interface Host {
  options(): Promise<Options>;
  keep<Name extends keyof Options>(name: Name, value: Options[Name]): Promise<void>;
  /** The options have changed elsewhere: in another tab, on the options page. */
  onOptionsChanged(callback: (options: Options) => void): void;
  readonly corrections: CorrectionStore;
  /** One article, two to be compared, or none. */
  incoming(): Promise<readonly Incoming[]>;
  /** The reader has not been here before; asked once. */
  isFirstVisit(): Promise<boolean>;
}

const PREFIX = "isnad-";

/** The browser's storage for this page. It may be forbidden; then choices last as long as the page. */
const storage = {
  get(name: string): string | null {
    try {
      return localStorage.getItem(PREFIX + name);
    } catch {
      return null;
    }
  },
  set(name: string, value: string | null): void {
    try {
      if (value === null) localStorage.removeItem(PREFIX + name);
      else localStorage.setItem(PREFIX + name, value);
    } catch {
      // As above.
    }
  },
};

/** The page on a server, or in a folder: everything is kept by the browser, for this page alone. */
export const webHost: Host = {
  async options() {
    return validOptions(Object.fromEntries(["language", "tinted", "digits"].map((name) => [name, storage.get(name)])));
  },
  async keep(name, value) {
    storage.set(name, value);
  },
  onOptionsChanged(callback) {
    addEventListener("storage", () => void webHost.options().then(callback));
  },
  corrections: {
    async read(address) {
      try {
        return validCorrections(JSON.parse(storage.get(`corrections ${address}`) ?? "[]"));
      } catch {
        return [];
      }
    },
    async write(address, corrections) {
      storage.set(`corrections ${address}`, corrections.length === 0 ? null : JSON.stringify(corrections));
    },
  },
  async incoming() {
    return [];
  },
  async isFirstVisit() {
    const first = storage.get("visited") === null;
    storage.set("visited", "1");
    return first;
  },
};
