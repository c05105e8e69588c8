/** A proposed file name without folders, control characters, leading dots or what Windows forbids. */
export function safeName(name: string): string {
  const bare = name.replace(/[\u0000-\u001f<>:"/\\|?*\s]+/g, ' ');
  return (
    bare
      .replace(/^[. ]+/, '')
      .slice(0, 120)
      .trimEnd() || 'Brief.pdf'
  );
}
