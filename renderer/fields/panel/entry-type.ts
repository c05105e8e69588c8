/** The class names of an entry's type on the page: titles, figures, prose and what stands small beside them. */
export { default as entryType } from './entry-type.module.css';
