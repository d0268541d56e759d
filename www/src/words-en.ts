/** As a file of its own: of JSON that is fetched later the bundler exports each word by itself. */
export { default } from "../words/en.json";
