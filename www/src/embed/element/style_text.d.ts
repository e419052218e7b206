/** The page's stylesheet as the build fits it to a shadow. */
declare module "element-style" {
  const text: string;
  export default text;
}
