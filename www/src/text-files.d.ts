/** The bundler makes such a file a text. */
declare module "*.txt" {
  const text: string;
  export default text;
}
