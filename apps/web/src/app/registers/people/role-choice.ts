import { Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ROLES, type Role } from '@sightline/contracts';

/** What somebody may do; people of other companies have the one role there is for them. */
@Component({
  selector: 'app-role-choice',
  imports: [TranslocoPipe],
  template: `
    <fieldset>
      <legend class="l">{{ 'registers.column.roles' | transloco }}</legend>
      <p class="hint">{{ 'registers.rolesHint' | transloco }}</p>
      @if (error(); as text) {
        <p class="errmsg" role="alert">{{ text }}</p>
      }
      <div class="roles">
        @for (role of offered(); track role) {
          <label class="check">
            <input type="checkbox" #box [checked]="roles().includes(role)" (change)="toggle(role, box.checked)" />{{
              'registers.role.' + role | transloco
            }}
          </label>
        }
      </div>
    </fieldset>
  `,
  styles: `
    fieldset {
      border: 0;
      margin: 16px 0 0;
      padding: 0;
    }
    .roles {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(180px, 1fr));
      gap: 0 16px;
    }
  `,
})
export class RoleChoice {
  readonly roles = input.required<readonly Role[]>();
  readonly external = input(false);
  readonly error = input<string | null>(null);
  readonly changed = output<Role[]>();

  protected readonly offered = computed(() => ROLES.filter((role) => (role === 'external') === this.external()));

  protected toggle(role: Role, has: boolean): void {
    const rest = this.roles().filter((each) => each !== role);
    this.changed.emit(has ? [...rest, role] : rest);
  }
}
