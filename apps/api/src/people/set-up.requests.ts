import { EMAIL_MAX, NAME_MAX, PASSWORD_MAX, PASSWORD_MIN, type SetUp, type SetUpPerson } from '@sightline/contracts';
import {
  CurrencyCode,
  Email,
  Key,
  ListOf,
  ObjectOf,
  OneOf,
  Secret,
  Text,
  TimeZone,
  YesNo,
} from '../platform/problems/validators';

class OrganisationRequest {
  @Text(NAME_MAX)
  name!: string;

  @CurrencyCode()
  currency!: string;

  @TimeZone()
  timeZone!: string;

  @OneOf(['en', 'de'])
  language!: 'en' | 'de';
}

class SetUpPersonRequest implements SetUpPerson {
  @Text(NAME_MAX)
  name!: string;

  @Email(EMAIL_MAX)
  email!: string;
}

class AdministratorRequest extends SetUpPersonRequest {
  @Secret(PASSWORD_MIN, PASSWORD_MAX)
  password!: string;
}

class ConstituencyRequest {
  @Key()
  key!: string;

  @Text(100)
  name!: string;

  @YesNo()
  isIt!: boolean;

  @ListOf(() => SetUpPersonRequest, 50)
  seats!: SetUpPersonRequest[];
}

class FoundingBoardRequest {
  @Text(NAME_MAX)
  name!: string;

  @ObjectOf(() => SetUpPersonRequest)
  secretary!: SetUpPersonRequest;

  @ListOf(() => ConstituencyRequest, 20)
  constituencies!: ConstituencyRequest[];
}

/** POST /set-up */
export class SetUpRequest implements SetUp {
  @ObjectOf(() => OrganisationRequest)
  organisation!: OrganisationRequest;

  @ObjectOf(() => AdministratorRequest)
  administrator!: AdministratorRequest;

  @ObjectOf(() => SetUpPersonRequest)
  cioOffice!: SetUpPersonRequest;

  @ObjectOf(() => FoundingBoardRequest)
  board!: FoundingBoardRequest;
}
