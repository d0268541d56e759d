/**
 * What a value of unknown origin has to be. A schema gives the value back, made anew of nothing but what it names, or `undefined` where it is
 * not that. Small and our own, for it goes into every page.
 */
export type Schema<T> = (value: unknown) => T | undefined;

/** Of a field that may be missing. */
export interface Optional<T> {
  readonly optional: Schema<T>;
}

/** A schema for every field of a type: one that the type gains and the schema lacks does not compile. */
export type Fields<T> = { readonly [Name in keyof T]-?: object extends Pick<T, Name> ? Optional<Exclude<T[Name], undefined>> : Schema<T[Name]> };

/** A string of at most so many UTF-16 units. */
export function text(longest: number): Schema<string> {
  return (value) => (typeof value === "string" && value.length <= longest ? value : undefined);
}

/** A whole number from 0 on. */
export const count: Schema<number> = (value) => (typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined);

/** Any number but infinity. */
export const number: Schema<number> = (value) => (typeof value === "number" && Number.isFinite(value) ? value : undefined);

/** True or false; anything else is false. */
export const flag: Schema<boolean> = (value) => value === true;

/** One of some words, all of which have to be named. */
export function oneOf<T extends string>(values: Readonly<Record<T, true>>): Schema<T> {
  return (value) => (typeof value === "string" && Object.hasOwn(values, value) ? (value as T) : undefined);
}

export function nullable<T>(schema: Schema<T>): Schema<T | null> {
  return (value) => (value === null ? null : schema(value));
}

export function optional<T>(schema: Schema<T>): Optional<T> {
  return { optional: schema };
}

/** A list of at most so many: all of them are what they have to be, or the list is not. */
export function list<T>(schema: Schema<T>, most: number): Schema<T[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > most) return undefined;
    const made: T[] = [];
    for (const one of value) {
      const valid = schema(one);
      if (valid === undefined) return undefined;
      made.push(valid);
    }
    return made;
  };
}

export function record<T extends object>(fields: Fields<T>): Schema<T> {
  // By name, as an object of its own would be read: what a value inherits is not its own.
  const all = Object.entries<Schema<unknown> | Optional<unknown>>(fields);
  return (value) => {
    if (typeof value !== "object" || value === null) return undefined;
    const made: Record<string, unknown> = {};
    for (const [name, field] of all) {
      const given: unknown = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
      if (typeof field !== "function" && given === undefined) continue;
      const valid = (typeof field === "function" ? field : field.optional)(given);
      if (valid === undefined) return undefined;
      made[name] = valid;
    }
    return made as T;
  };
}

/** One of several records, told apart by their `type`. */
export function variants<T extends { readonly type: string }>(by: { readonly [Type in T["type"]]: Fields<Omit<Extract<T, { readonly type: Type }>, "type">> }): Schema<T> {
  const schemas = new Map(Object.entries(by).map(([type, fields]) => [type, record(fields as Fields<object>)] as const));
  return (value) => {
    const type: unknown = typeof value === "object" && value !== null && Object.hasOwn(value, "type") ? (value as { type: unknown }).type : undefined;
    const made = typeof type === "string" ? schemas.get(type)?.(value) : undefined;
    return made && ({ type, ...made } as T);
  };
}
