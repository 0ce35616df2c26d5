import {
  IMPORT_FIELDS,
  IMPORT_FILE_MAX,
  IMPORT_KINDS,
  IMPORT_STATUSES,
  type ImportField,
  type ImportKind,
  type ImportStatus,
  type NewImport,
} from '@sightline/contracts';
import { ListRequest } from '../platform/lists/list-request';
import { Maybe, ObjectOf, OneOf, Text } from '../platform/problems/validators';
import { FileText } from '../platform/problems/validators/file-text';

const FILE_NAME_MAX = 255;
const COLUMN_MAX = 300;

export class ImportListRequest extends ListRequest {
  @Maybe()
  @OneOf(IMPORT_KINDS)
  kind?: ImportKind;

  @Maybe()
  @OneOf(IMPORT_STATUSES)
  status?: ImportStatus;
}

/** Every field that any kind of import knows may be mapped; the service refuses those of another kind. */
export class ImportMappingRequest {}
for (const field of new Set<ImportField>(IMPORT_KINDS.flatMap((kind): readonly ImportField[] => IMPORT_FIELDS[kind]))) {
  Maybe()(ImportMappingRequest.prototype, field);
  Text(COLUMN_MAX)(ImportMappingRequest.prototype, field);
}

export class NewImportRequest implements NewImport {
  @OneOf(IMPORT_KINDS)
  kind!: ImportKind;

  @Text(FILE_NAME_MAX)
  fileName!: string;

  @FileText(IMPORT_FILE_MAX)
  content!: string;

  @Maybe()
  @ObjectOf(() => ImportMappingRequest)
  mapping?: Partial<Record<ImportField, string>>;
}
