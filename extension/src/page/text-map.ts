/** A run of one text node's characters that stand unchanged in the read text. Offsets are in UTF-16 units. */
export interface Piece {
  /** Where the run starts in the read text. */
  readonly start: number;
  readonly node: Text;
  /** Where the run starts in the node. */
  readonly offset: number;
  length: number;
  /** One range may span from the piece before into this one: same tree, same block, nothing left out in between. */
  readonly joined: boolean;
}

/** A place in the page: a text node and a UTF-16 offset in it. */
export interface PagePoint {
  readonly node: Text;
  readonly offset: number;
}

/** How many places of a text are looked at to tell whether it shows. */
const LOOKED_AT = 16;

/** Text read from a page, with the way back to its nodes. Blocks are separated by line feeds; all offsets are UTF-16 units. */
export class PageText {
  readonly text: string;
  readonly #pieces: readonly Piece[];
  #piecesOfNode: Map<Text, Piece[]> | undefined;

  constructor(text: string, pieces: readonly Piece[]) {
    this.text = text;
    this.#pieces = pieces;
  }

  /** The page ranges that show `start..end`, in order; several where the page has something else in between. */
  ranges(start: number, end: number): StaticRange[] {
    const ranges: StaticRange[] = [];
    let open: { from: PagePoint; to: PagePoint } | undefined;
    const close = () => {
      if (open) ranges.push(staticRange(open.from, open.to));
    };
    for (let i = this.#pieceAt(start); i < this.#pieces.length; i++) {
      const piece = this.#pieces[i]!;
      if (piece.start >= end) break;
      const from = Math.max(start - piece.start, 0);
      const to = Math.min(end - piece.start, piece.length);
      if (from >= to) continue;
      const last = { node: piece.node, offset: piece.offset + to };
      if (open && piece.joined) {
        open.to = last;
      } else {
        close();
        open = { from: { node: piece.node, offset: piece.offset + from }, to: last };
      }
    }
    close();
    return ranges;
  }

  /** The offset in the text of a character of a node, or `undefined` for one that was not read. */
  offsetOf(point: PagePoint): number | undefined {
    this.#piecesOfNode ??= groupByNode(this.#pieces);
    const piece = this.#piecesOfNode
      .get(point.node)
      ?.find(({ offset, length }) => offset <= point.offset && point.offset < offset + length);
    return piece && piece.start + (point.offset - piece.offset);
  }

  /** The page still holds the text where it was read. */
  isWhole(): boolean {
    return this.#pieces.every((piece) => this.#stands(piece));
  }

  /** How much of the text still stands where it was read and shows, 0 to 1. */
  standing(): number {
    let standing = 0;
    for (const piece of this.#pieces) if (this.#stands(piece)) standing += piece.length;
    if (standing === 0) return 0;
    // A page may keep its last article out of sight. A few places tell.
    const places = Array.from({ length: LOOKED_AT }, (_, i) => this.#pieces[Math.floor((i * this.#pieces.length) / LOOKED_AT)]!);
    const shown = places.filter(({ node }) => node.parentElement?.checkVisibility?.() ?? true).length;
    return (standing / this.#pieces.reduce((sum, { length }) => sum + length, 0)) * (shown / LOOKED_AT);
  }

  /** The parts of the text, as ranges of offsets, that no longer stand in `nodes` as they were read. */
  lostIn(nodes: Iterable<Node>): { readonly start: number; readonly end: number }[] {
    this.#piecesOfNode ??= groupByNode(this.#pieces);
    const lost = [];
    for (const node of nodes) {
      for (const piece of this.#piecesOfNode.get(node as Text) ?? []) {
        if (!this.#stands(piece)) lost.push({ start: piece.start, end: piece.start + piece.length });
      }
    }
    return lost;
  }

  /** `other` is the same text in the same places. */
  isSameAs(other: PageText): boolean {
    if (this.text !== other.text || this.#pieces.length !== other.#pieces.length) return false;
    return this.#pieces.every((piece, i) => {
      const its = other.#pieces[i]!;
      return piece.node === its.node && piece.start === its.start && piece.offset === its.offset && piece.length === its.length;
    });
  }

  #stands({ start, node, offset, length }: Piece): boolean {
    return node.isConnected && sameButForSpaces(node.data.slice(offset, offset + length), this.text.slice(start, start + length));
  }

  /** The trees the text stands in: the document and the open shadow roots. */
  roots(): Set<Node> {
    return new Set(this.#pieces.map(({ node }) => node.getRootNode()));
  }

  /** Index of the last piece that starts at or before `offset`. */
  #pieceAt(offset: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#pieces[middle]!.start <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}

/** A line feed or tab of the page is a space in the text. */
function sameButForSpaces(page: string, text: string): boolean {
  return page === text || page.replace(/[\t\n\r\f]/g, " ") === text;
}

function groupByNode(pieces: readonly Piece[]): Map<Text, Piece[]> {
  const groups = new Map<Text, Piece[]>();
  for (const piece of pieces) {
    const group = groups.get(piece.node);
    if (group) group.push(piece);
    else groups.set(piece.node, [piece]);
  }
  return groups;
}

function staticRange(from: PagePoint, to: PagePoint): StaticRange {
  return new StaticRange({ startContainer: from.node, startOffset: from.offset, endContainer: to.node, endOffset: to.offset });
}
