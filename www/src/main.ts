import { startApp } from "./app";
import { webHost } from "./host";

void startApp(webHost);

// Kept for the next time, without a network. A folder opened as a file has no worker, and needs none.
if ("serviceWorker" in navigator && location.protocol !== "file:") void navigator.serviceWorker.register("offline.js").catch(() => undefined);
