import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { ExportsModule } from '../exports/exports.module';
import { ActivationService } from './activation.service';
import { AppUserEntity } from './app-user.entity';
import { AuthController } from './auth.controller';
import { BusinessUnitEntity } from './business-unit.entity';
import { BusinessUnitsController } from './business-units.controller';
import { BusinessUnitsService } from './business-units.service';
import { ErasureController } from './erasure.controller';
import { ErasureService } from './erasure.service';
import { MeController } from './me.controller';
import { PeopleExportsController } from './people-exports.controller';
import { PersonasController } from './personas.controller';
import { SetUpController } from './set-up.controller';
import { SetUpService } from './set-up.service';
import { SignInAttempts } from './sign-in-attempts';
import { SignInService } from './sign-in.service';
import { SignOutService } from './sign-out.service';
import { UserEditingService } from './user-editing.service';
import { UserInvitingService } from './user-inviting.service';
import { UsersController } from './users.controller';

@Module({
  imports: [AuditModule, ExportsModule, TypeOrmModule.forFeature([AppUserEntity, BusinessUnitEntity])],
  controllers: [
    AuthController,
    BusinessUnitsController,
    ErasureController,
    MeController,
    PeopleExportsController,
    PersonasController,
    SetUpController,
    UsersController,
  ],
  providers: [
    ActivationService,
    BusinessUnitsService,
    ErasureService,
    SetUpService,
    SignInAttempts,
    SignInService,
    SignOutService,
    UserEditingService,
    UserInvitingService,
  ],
})
export class PeopleModule {}
