import { isTopFrame } from "./frame";
import { Session } from "./session";

/** Content scripts of one extension share a world that the page cannot see; the session waits there for the next click. */
const world = globalThis as { isnadSession?: Session; isnadAlways?: boolean };

// Injected again at every click. A session that an update of the extension left behind is deaf, so a new one takes its place.
if (!world.isnadSession?.isAlive()) {
  world.isnadSession?.stop();
  world.isnadSession = new Session(document);
}
const session = world.isnadSession;

if (!isTopFrame(window)) {
  // Frames do as the page does.
} else if (world.isnadAlways) {
  void session.setRunning(true);
} else {
  void session.toggle();
}
delete world.isnadAlways;
