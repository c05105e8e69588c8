/** A CSS module's class names, as the bundler renames them. */
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}

/** Plain stylesheets are imported for their effect only. */
declare module '*.css';
