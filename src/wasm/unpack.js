/** The other end of `packed.rs`, which says what the words are. */

const [CONSTANT, WHOLE, FLOAT, NAME, STRING, LIST] = [0, 1, 2, 3, 4, 5];
const KIND_BITS = 3;
const KIND = (1 << KIND_BITS) - 1;
/** A field that is left out is `undefined` on the way. */
const CONSTANTS = [null, undefined, false, true];

/** Two words as a number. */
const halves = new Uint32Array(2);
const number = new Float64Array(halves.buffer);

export class Unpacker {
  #names = [];
  /** The fields of the objects of a name. */
  #fields = [];
  #pieces = [];
  /** The piece that is read, and how far. */
  #words;
  #text;
  #word;
  #letter;

  /** A piece of a value: words, in the engine's memory, which will change, and the strings that belong to them. */
  keep(words, text) {
    this.#pieces.push({ words: words.slice(), text });
  }

  /** The value, with its last piece, and the names that were not told before, each with a line end behind it. */
  unpack(words, text, names) {
    this.#names.push(...names.split("\n").slice(0, -1));
    this.#pieces.push({ words, text });
    this.#turn();
    return this.#value();
  }

  #value() {
    const word = this.#next();
    const what = word >>> KIND_BITS;
    switch (word & KIND) {
      case CONSTANT:
        return CONSTANTS[what];
      case WHOLE:
        return what;
      case FLOAT:
        halves[0] = this.#next();
        halves[1] = this.#next();
        return number[0];
      case NAME:
        return this.#names[what];
      case STRING:
        return this.#text.slice(this.#letter, (this.#letter += what));
      case LIST: {
        const list = [];
        for (let i = 0; i < what; i++) list.push(this.#value());
        return list;
      }
      default:
        return this.#object((this.#fields[what] ??= this.#names[what].split(" ")));
    }
  }

  #object(fields) {
    const object = {};
    for (const field of fields) {
      const value = this.#value();
      if (value !== undefined) object[field] = value;
    }
    return object;
  }

  #next() {
    if (this.#word === this.#words.length) this.#turn();
    return this.#words[this.#word++];
  }

  /** Turns to the next piece. */
  #turn() {
    ({ words: this.#words, text: this.#text } = this.#pieces.shift());
    [this.#word, this.#letter] = [0, 0];
  }
}
