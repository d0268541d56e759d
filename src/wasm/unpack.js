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
  /** By their fields, the objects that there are most of, none of which is ever left out. As literals they are made faster than field by field. */
  static #LITERALS = {
    "start end": (unpacker) => ({ start: unpacker.#value(), end: unpacker.#value() }),
    "code words": (unpacker) => ({ code: unpacker.#value(), words: unpacker.#value() }),
  };

  #names = [];
  /** What makes the objects of a name. */
  #makers = [];
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
        return (this.#makers[what] ??= Unpacker.#maker(this.#names[what]))(this);
    }
  }

  /** What makes objects with some fields. */
  static #maker(names) {
    const fields = names.split(" ");
    return Unpacker.#LITERALS[names] ?? ((unpacker) => unpacker.#object(fields));
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
