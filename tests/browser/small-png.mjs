/** Makes a picture of a screen small enough to be kept beside the code: few colours, by an indexed PNG. */
import { readFile, writeFile } from "node:fs/promises";
import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 64;
/** Colours that differ by less are one: each channel keeps so many bits. */
const BITS = 5;

/** Rewrites the PNG file of a screenshot: 8 bits a channel, not interlaced, as browsers make them; at most 256 colours are left. */
export async function makeSmall(file, colours = COLOURS) {
  const { width, height, channels, data } = decode(await readFile(file));
  const pixels = unfilter(data, width, height, channels);
  const { palette, indices } = quantise(pixels, width * height, channels, colours);
  await writeFile(file, encode(width, height, palette, indices));
}

function decode(png) {
  let width, height, channels;
  const parts = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === "IHDR") {
      width = body.readUInt32BE(0);
      height = body.readUInt32BE(4);
      channels = { 2: 3, 6: 4 }[body[9]];
      if (body[8] !== 8 || !channels || body[12] !== 0) throw new Error("not a screenshot");
    } else if (type === "IDAT") parts.push(body);
    at += length + 12;
  }
  return { width, height, channels, data: inflateSync(Buffer.concat(parts)) };
}

/** Undoes the filters of PNG, line by line. */
function unfilter(data, width, height, channels) {
  const line = width * channels;
  const pixels = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++) {
    const from = y * (line + 1) + 1;
    const filter = data[from - 1];
    if (filter === 0) data.copy(pixels, y * line, from, from + line);
    else for (let x = 0; x < line; x++) {
      const raw = data[from + x];
      const left = x >= channels ? pixels[y * line + x - channels] : 0;
      const up = y > 0 ? pixels[(y - 1) * line + x] : 0;
      const corner = x >= channels && y > 0 ? pixels[(y - 1) * line + x - channels] : 0;
      pixels[y * line + x] = raw + predict(filter, left, up, corner);
    }
  }
  return pixels;
}

function predict(filter, left, up, corner) {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, corner) : 0;
}

function paeth(left, up, corner) {
  const estimate = left + up - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** The most frequent colours; every other becomes the nearest of them. */
function quantise(pixels, count, channels, colours) {
  const counts = new Uint32Array(1 << (3 * BITS));
  const first = new Uint32Array(counts.length);
  const keys = new Uint16Array(count);
  const rgbAt = (at) => [pixels[at], pixels[at + 1], pixels[at + 2]];
  for (let i = 0, at = 0; i < count; i++, at += channels) {
    const key = ((pixels[at] >> (8 - BITS)) << (2 * BITS)) | ((pixels[at + 1] >> (8 - BITS)) << BITS) | (pixels[at + 2] >> (8 - BITS));
    keys[i] = key;
    if (counts[key]++ === 0) first[key] = at;
  }
  const seen = [...counts.keys()].filter((key) => counts[key] > 0);
  const palette = seen.toSorted((a, b) => counts[b] - counts[a]).slice(0, colours).map((key) => rgbAt(first[key]));
  const nearest = ([r, g, b]) => {
    let best = 0;
    let least = Infinity;
    for (const [index, [pr, pg, pb]] of palette.entries()) {
      const distance = (r - pr) ** 2 + (g - pg) ** 2 + (b - pb) ** 2;
      if (distance < least) [least, best] = [distance, index];
    }
    return best;
  };
  const indexOf = new Uint8Array(counts.length);
  for (const key of seen) indexOf[key] = nearest(rgbAt(first[key]));
  return { palette, indices: Uint8Array.from(keys, (key) => indexOf[key]) };
}

function encode(width, height, palette, indices) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) lines.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([SIGNATURE, chunk("IHDR", header), chunk("PLTE", Buffer.from(palette.flat())), chunk("IDAT", deflateSync(lines, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const whole = Buffer.alloc(body.length + 12);
  whole.writeUInt32BE(body.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), body.length + 8);
  return whole;
}
