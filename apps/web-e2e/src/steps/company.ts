/** Somebody of the company that the journeys found. */
export interface Colleague {
  readonly name: string;
  readonly email: string;
}

/** Every address is made of the name. */
export const colleague = (name: string): Colleague => ({
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@harbour.example`,
});

export const PASSWORD = 'a harbour keeps its lights on';

export const ada = colleague('Ada Root');
export const carla = colleague('Carla Ito');
export const sam = colleague('Sam Wilde');
export const ruth = colleague('Ruth Amsel');
export const ines = colleague('Ines Moreau');
export const petra = colleague('Petra Novak');
export const tom = colleague('Tom Becker');

/** The seats of the founding board, in the order of its constituencies. */
export const BOARD = [
  { key: 'business', name: 'Business', isIt: false, holder: ruth },
  { key: 'data', name: 'Data', isIt: false, holder: ines },
  { key: 'security', name: 'Security', isIt: false, holder: petra },
  { key: 'it', name: 'IT', isIt: true, holder: tom },
] as const;

export const FOUNDERS: readonly Colleague[] = [carla, sam, ...BOARD.map(({ holder }) => holder)];
