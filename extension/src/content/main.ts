import { Session } from "./session";

/** Content scripts of one extension share a world that the page cannot see; the session waits there for the next click. */
const world = globalThis as { isnadSession?: Session };

// Injected again at every click: the first starts, the next clears. A session that an update of the extension left behind is
// deaf, so a new one takes its place.
if (world.isnadSession?.isAlive()) {
  world.isnadSession.toggle();
} else {
  world.isnadSession?.stop();
  world.isnadSession = new Session(document);
  world.isnadSession.toggle();
}
