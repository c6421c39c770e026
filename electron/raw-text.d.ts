/** Text files bundled as strings (Vite's `?raw`): the probe script and the SQL of migrations stay files one can read. */
declare module '*?raw' {
  const text: string;
  export default text;
}
