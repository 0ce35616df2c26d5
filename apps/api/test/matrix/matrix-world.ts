import { givenSession, givenUser } from '../given';
import { givenFuzzWorld } from '../fuzz/fuzz-world';
import type { Operation } from '../openapi/operations';
import type { RunningApi } from '../start-api';
import { Matrix } from './matrix';
import { givenDeadSessions, givenStrangers } from './people';

export interface MatrixWorld {
  api: RunningApi;
  matrix: Matrix;
}

/** The sample company with a stranger of every role at its doors. */
export async function givenMatrixWorld(operations: readonly Operation[]): Promise<MatrixWorld> {
  const { api, known } = await givenFuzzWorld(operations);
  const reader = await givenSession(
    api.owner,
    await givenUser(api.owner, { roles: ['cio_office', 'auditor', 'admin'] }),
  );
  return { api, matrix: new Matrix(api, known, await givenStrangers(api), await givenDeadSessions(api), reader) };
}
