-- Trials that a rule ended say which rule, and by how much they broke its limit. Rows from before keep their words alone.

alter table trial add column cause text;
alter table trial add column violation double precision not null default 0 check (violation >= 0);
alter table trial add constraint trial_cause check (cause is null or state = 'pruned');
comment on column trial.cause is 'Rule that pruned it: never-traded, never-varied, off-limits or stopped-early; null where none did, and in rows from before this column.';
comment on column trial.violation is 'By how much limits were broken, as a share of each limit, summed up.';
