/** What a class does with articles, in one file that is fetched when the first of these is opened. */
export { Comparison } from "./compare";
export { Lesson } from "./lesson/lesson";
export { Presentation } from "./present";
export { Worksheet } from "./worksheet";
