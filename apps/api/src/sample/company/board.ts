export const BOARD = {
  name: 'Integration Board',
  secretary: 'Nora Lindgren',
  /** Seats by constituency, in the order in which the board sits. */
  constituencies: [
    { key: 'business', name: 'Business', isIt: false, holders: ['Amara Okafor', 'Joachim Reuter', 'Marta Lindqvist'] },
    { key: 'data', name: 'Data', isIt: false, holders: ['Deniz Kaya', 'Mei-Ling Ho'] },
    { key: 'security', name: 'Security', isIt: false, holders: ['Helene Brandt', 'Omar Siddiqui'] },
    { key: 'it', name: 'IT', isIt: true, holders: ['Ruben Castell', 'Sofie Claes'] },
  ],
};
