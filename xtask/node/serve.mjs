// A static file server for one folder, on this machine only.
// node serve.mjs FOLDER [--port N]: serves until it is stopped.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/**
 * Serves a folder under `base` ("/" or a sub-path as "/isnad/").
 * @returns its address and `close()`.
 */
export async function serve(folder, { port = 0, base = '/' } = {}) {
  const root = resolve(folder);
  const server = createServer(async (request, response) => {
    const file = await fileFor(root, base, request.url ?? '/');
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store' });
    createReadStream(file).pipe(response);
  });
  await new Promise((ready, failed) => server.once('error', failed).listen(port, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

/** The file an address means; null outside the folder or where there is none. */
async function fileFor(root, base, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (!path.startsWith(base)) return null;
  const file = normalize(join(root, path.slice(base.length), path.endsWith('/') ? 'index.html' : ''));
  if (!file.startsWith(root + sep)) return null;
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? file : null;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, ...options] = process.argv.slice(2);
  const asked = options.indexOf('--port');
  const port = asked < 0 ? 8080 : Number(options[asked + 1]);
  try {
    const { url } = await serve(folder, { port });
    console.log(`serving ${url} (stop with Ctrl-C)`);
  } catch (problem) {
    console.error(problem.code === 'EADDRINUSE' ? `port ${port} is taken; choose another with --port N` : problem.message);
    process.exitCode = 1;
  }
}
