-- Trials that a rule ended say which rule, and by how much they broke its limit.

alter table trial add column cause text;
alter table trial add column violation double precision not null default 0 check (violation >= 0);
update trial set cause = case reason
    when 'It never traded.' then 'never-traded'
    when 'Its equity never varied.' then 'never-varied'
    else 'off-limits' end
    where state = 'pruned';
alter table trial add constraint trial_cause check ((state = 'pruned') = (cause is not null));
comment on column trial.cause is 'Rule that pruned it: never-traded, never-varied, off-limits or stopped-early; null where none did.';
comment on column trial.violation is 'By how much limits were broken, as a share of each limit, summed up.';
