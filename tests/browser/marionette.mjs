/** A client of Marionette, Firefox's remote protocol: `length:[type, id, name, parameters]` over TCP. */
import { connect } from "node:net";
import { LONG_PATIENCE } from "./patience.mjs";

export class Marionette {
  #socket;
  #waiting = new Map();
  #received = Buffer.alloc(0);
  #last = 0;
  #greeted;

  /** Connects to a port where Firefox is about to listen. */
  static async connect(port, patience = LONG_PATIENCE) {
    for (const end = Date.now() + patience; ; ) {
      try {
        const socket = await new Promise((resolve, reject) => {
          const socket = connect(port, "127.0.0.1", () => resolve(socket));
          socket.once("error", reject);
        });
        const marionette = new Marionette(socket);
        await marionette.#greeted;
        return marionette;
      } catch (error) {
        if (Date.now() > end) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  constructor(socket) {
    this.#socket = socket;
    this.#greeted = new Promise((resolve, reject) => this.#waiting.set("greeting", { resolve, reject }));
    socket.on("data", (data) => {
      this.#received = Buffer.concat([this.#received, data]);
      this.#readMessages();
    });
    socket.on("close", () => {
      for (const { reject } of this.#waiting.values()) reject(new Error("Firefox has closed the connection"));
      this.#waiting.clear();
    });
    socket.on("error", () => undefined);
  }

  #readMessages() {
    for (;;) {
      const colon = this.#received.indexOf(":");
      if (colon < 0) return;
      const length = Number(this.#received.subarray(0, colon));
      if (this.#received.length < colon + 1 + length) return;
      const message = JSON.parse(this.#received.subarray(colon + 1, colon + 1 + length));
      this.#received = this.#received.subarray(colon + 1 + length);
      this.#take(message);
    }
  }

  #take(message) {
    if (!Array.isArray(message)) {
      this.#waiting.get("greeting").resolve();
      this.#waiting.delete("greeting");
      return;
    }
    const [, id, error, value] = message;
    const { resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) reject(new Error(`${error.error}: ${error.message}\n${error.stacktrace ?? ""}`));
    else resolve(value);
  }

  /** Sends a command and waits for its answer. */
  send(name, parameters = {}) {
    if (this.#socket.destroyed) return Promise.reject(new Error("Firefox has closed the connection"));
    const id = ++this.#last;
    const text = JSON.stringify([0, id, name, parameters]);
    this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  close() {
    this.#socket.destroy();
  }
}
