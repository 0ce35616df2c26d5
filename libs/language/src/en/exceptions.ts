/** Permissions to deviate from a principle. */
export const exceptions = {
  proposalTitle: 'Exception from {{principle}} {{title}} for {{charter}}',
};
