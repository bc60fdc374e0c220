/** The `model_version` of what this program proposed: it stays out when the file comes back, since nobody has decided about it. */
export const ownModel = 'ascribe-suggestions';
