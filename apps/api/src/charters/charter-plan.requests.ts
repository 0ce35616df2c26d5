import type { NewMilestone } from '@sightline/contracts';
import { TITLE_MAX } from '@sightline/contracts';
import { DateOnly, Finite, Maybe, MaybeNull, Reference, Text } from '../platform/problems/validators';

export class NewRequirementRequest {
  /** The key or the name of a constituency for which the caller holds a seat. */
  @Text(100)
  constituency!: string;

  @Text(4000)
  text!: string;
}

export class AnswerRequirementRequest {
  @MaybeNull()
  @Text(4000)
  answer!: string | null;
}

class MilestoneRequest {
  @MaybeNull()
  @Text(2000)
  value?: string | null;

  @MaybeNull()
  @Reference()
  kpi?: string | null;

  @MaybeNull()
  @Finite()
  expectedValue?: number | null;

  @MaybeNull()
  @DateOnly()
  dueOn?: string | null;

  @MaybeNull()
  @DateOnly()
  reachedOn?: string | null;
}

export class NewMilestoneRequest extends MilestoneRequest implements NewMilestone {
  @Text(TITLE_MAX)
  title!: string;
}

export class MilestoneChangesRequest extends MilestoneRequest implements Partial<NewMilestone> {
  @Maybe()
  @Text(TITLE_MAX)
  title?: string;
}
