import {
  type Activate,
  PASSWORD_MAX,
  PASSWORD_MIN,
  type Persona,
  PERSONAS,
  type SignIn,
  type SignInAsPersona,
} from '@sightline/contracts';
import { OneOf, Secret, Text } from '../platform/problems/validators';

/** POST /auth/login */
export class SignInRequest implements SignIn {
  @Text(254)
  email!: string;

  @Secret(1, PASSWORD_MAX)
  password!: string;
}

/** POST /auth/activate */
export class ActivateRequest implements Activate {
  @Text(100)
  token!: string;

  @Secret(PASSWORD_MIN, PASSWORD_MAX)
  password!: string;
}

/** POST /auth/demo */
export class SignInAsPersonaRequest implements SignInAsPersona {
  @OneOf(PERSONAS)
  persona!: Persona;
}
