/** An element of the page, which has all those that are asked for. */
export const at = <Kind extends HTMLElement = HTMLElement>(id: string): Kind => document.getElementById(id) as Kind;
