/** The column with what was proposed and nobody has decided about: it stays out when the file comes back. */
export const predictionsColumn = 'predictions';
