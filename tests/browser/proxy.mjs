/** A proxy that lets a browser reach one server of this machine and notes every request, answered or refused. */
import { createServer, request as forward } from "node:http";

/** `origin` is what may be reached. `requests` are the addresses asked for, in order; of encrypted connections the host and the port. */
export async function startProxy(origin) {
  const requests = [];
  const server = createServer((asked, answer) => {
    requests.push(asked.url);
    if (!asked.url.startsWith(`${origin}/`)) {
      answer.writeHead(403).end();
      return;
    }
    const passed = forward(asked.url, { method: asked.method, headers: asked.headers }, (got) => {
      answer.writeHead(got.statusCode, got.headers);
      got.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  server.on("connect", ({ url }, socket) => {
    requests.push(url);
    socket.on("error", () => undefined);
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  server.on("clientError", (_, socket) => {
    requests.push("no HTTP");
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: server.address().port,
    requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
