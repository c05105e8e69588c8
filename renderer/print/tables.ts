/** How wide the columns of a table are, in CSS pixels. */
export interface TableColumns {
  readonly table: HTMLTableElement;
  readonly widths: readonly number[];
}

/** What is done to a table that is too wide, one after the other. The looks are in brief.css; only the last breaks words. */
const steps = ['wrapped', 'small', 'smaller', 'broken'] as const;

/** Makes tables narrower that are wider than where they stand. */
export function fitTables(root: Element): void {
  let tables = [...root.querySelectorAll<HTMLTableElement>('table.data')];
  for (const step of steps) {
    // All are read before one is changed: one layout for each step.
    tables = tables.filter(isTooWide);
    for (const table of tables) table.classList.add(step);
  }
}

function isTooWide(table: HTMLTableElement): boolean {
  // Rounding may take less than half a pixel.
  return table.offsetWidth > (table.parentElement?.clientWidth ?? Infinity) + 0.5;
}

/** Reads the columns of all tables. */
export function readColumns(root: Element): readonly TableColumns[] {
  return [...root.querySelectorAll('table')].flatMap((table) => {
    const widths = columnWidths(table);
    return widths === null ? [] : [{ table, widths }];
  });
}

/** Lets the columns stay as wide as they were: of a table cut in two, each part would find widths of its own. */
export function fixColumns(tables: readonly TableColumns[]): void {
  for (const { table, widths } of tables) {
    const group = document.createElement('colgroup');
    for (const width of widths) {
      const column = document.createElement('col');
      column.style.width = `${String(width)}px`;
      group.append(column);
    }
    for (const old of table.querySelectorAll(':scope > colgroup')) old.remove();
    if (table.caption === null) table.prepend(group);
    else table.caption.after(group);
    table.classList.add('fixed-columns');
  }
}

/** Of a row in which every column has a cell of its own; null where there is none. */
function columnWidths(table: HTMLTableElement): readonly number[] | null {
  const rows = [...table.rows].map(({ cells }) => [...cells]);
  const count = Math.max(0, ...rows.map((cells) => cells.reduce((sum, { colSpan }) => sum + colSpan, 0)));
  const row = rows.find((cells) => cells.length === count);
  return row === undefined || count === 0 ? null : row.map((cell) => cell.getBoundingClientRect().width);
}
