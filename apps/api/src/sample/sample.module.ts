import { Module } from '@nestjs/common';
import { SampleCompany } from './sample-company.service';

@Module({ providers: [SampleCompany], exports: [SampleCompany] })
export class SampleModule {}
