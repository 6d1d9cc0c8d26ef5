/** How pieces are put together: below and beside one another, and by how much room there is. */
export * from './layout/arrange.tsx';
export * from './layout/columns.tsx';
