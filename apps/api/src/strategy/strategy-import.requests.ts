import { type Section, SECTIONS, STRATEGY_FILE_MAX, type StrategyImport } from '@sightline/contracts';
import { FileText } from '../platform/problems/validators/file-text';
import { Maybe, OneOf } from '../platform/problems/validators';

export class StrategyImportRequest implements StrategyImport {
  @FileText(STRATEGY_FILE_MAX)
  content!: string;

  @Maybe()
  @OneOf(SECTIONS)
  section?: Section;
}
