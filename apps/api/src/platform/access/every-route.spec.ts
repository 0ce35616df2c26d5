import { AppModule } from '../../app.module';
import { HealthController } from '../health/health.controller';
import { OpenApiController } from '../openapi/openapi.controller';
import { declaredRoutes } from '../openapi/routes';
import { PlatformModule } from '../platform.module';

/** Routes that need no session, by name: a new one has to be added here by somebody who thought about it. */
const OPEN = [
  'AuthController.activate',
  'AuthController.login',
  'HealthController.alive',
  'HealthController.figures',
  'HealthController.ready',
  'OpenApiController.document',
  'OpenApiController.page',
  'PersonasController.demo',
  'PersonasController.list',
  'SetUpController.found',
  'SetUpController.state',
];

describe('every route', () => {
  Reflect.defineMetadata('controllers', [HealthController, OpenApiController], PlatformModule);
  const routes = [...declaredRoutes(AppModule), ...declaredRoutes(PlatformModule)];

  it('names the permission it needs, or is listed here as open', () => {
    expect(routes.length).toBeGreaterThan(80);
    expect(routes.filter(({ permission, open }) => !permission && !open).map(({ name }) => name)).toEqual([]);
  });

  it('is open only where this list says so', () => {
    const open = routes.filter((route) => route.open).map(({ name }) => name);
    expect(open.sort()).toEqual(OPEN);
  });

  it('never is both', () => {
    expect(routes.filter(({ permission, open }) => permission && open)).toEqual([]);
  });
});
