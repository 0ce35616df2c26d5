export interface SampleMandate {
  code: string;
  title: string;
  text: string;
  sponsor: string;
  receivedDaysAgo: number;
}

/** Orders from above; the third is still a bare order. */
export const MANDATES: SampleMandate[] = [
  {
    code: 'MD-01',
    title: 'Cloud first',
    text: 'From this quarter on everything new runs in the cloud. Own data centres are emptied within three years.',
    sponsor: 'Ingrid Halvorsen',
    receivedDaysAgo: 330,
  },
  {
    code: 'MD-02',
    title: 'No depot stands still',
    text: 'After the storms of last winter no depot may stand still because one partner or one line has failed.',
    sponsor: 'Joachim Reuter',
    receivedDaysAgo: 248,
  },
  {
    code: 'MD-03',
    title: 'An assistant for every desk',
    text: 'Competitors show assistants to customers. By next summer every desk that talks to customers has one.',
    sponsor: 'Amara Okafor',
    receivedDaysAgo: 27,
  },
];
