/**
 * Serves the folder `pages` on a free port of this machine. `?csp=…` adds a Content-Security-Policy; `?never` gives no answer; `?held` gives it when it is
 * released.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

const PAGES = new URL("./pages/", import.meta.url);

export async function servePages(folder = PAGES) {
  const held = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, "http://localhost");
    if (url.searchParams.has("never")) return;
    if (url.searchParams.has("held")) await new Promise((release) => held.push(release));
    try {
      const body = await readFile(new URL(`.${url.pathname}`, folder));
      const policy = url.searchParams.get("csp");
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...(policy && { "content-security-policy": policy }) });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  const at = (host) => (page) => `http://${host}:${port}/${page}`;
  const release = () => held.splice(0).forEach((release) => release());
  return { url: at("127.0.0.1"), otherOrigin: at("localhost"), thirdOrigin: at("third.localhost"), held, release, close };
}
