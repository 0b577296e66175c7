-- The arena: how its bars came in, and its ranking by day. A decision by a person says when it was said.

create table bar_arrival (
    study text not null references study (name),
    bar integer not null check (bar >= 0),
    condition text not null check (condition in ('good', 'late', 'missing')),
    duplicates integer not null check (duplicates >= 0),
    future integer not null check (future >= 0),
    arrived_at timestamptz not null default now(),
    primary key (study, bar)
);
comment on table bar_arrival is 'One row: how a bar of paper trading came in, the same for every candidate of the study. Written by the first step of that bar.';
comment on column bar_arrival.duplicates is 'Bars that came with it although they had come before.';
comment on column bar_arrival.future is 'Bars that came with it although their time had not come.';

create table arena_day (
    study text not null references study (name),
    round integer not null check (round > 0),
    day integer not null check (day >= 0),
    record jsonb not null,
    ranked_at timestamptz not null default now(),
    primary key (study, round, day)
);
comment on table arena_day is 'One row: the ranking of a study''s candidates at the end of a day of paper trading, and who had to leave. Written by the arena.';

alter table promotion add column human_at timestamptz;
alter table promotion add constraint promotion_human_at check (human is not null or human_at is null);
comment on column promotion.human_at is 'When the person said it; null where nobody was asked, and in rows from before this column.';

create trigger insert_only before update or delete or truncate on bar_arrival for each statement execute function refuse_change();
create trigger insert_only before update or delete or truncate on arena_day for each statement execute function refuse_change();

create table retry (
    study text not null,
    trial integer not null,
    gate integer not null check (gate between 1 and 3),
    asked_by text not null,
    note text not null,
    error text not null,
    asked_at timestamptz not null,
    primary key (study, trial, asked_at),
    foreign key (study, trial) references candidate (study, trial)
);
comment on table retry is 'One row: a person had a faulted gate tried again. Written by the promotion before it tries.';
comment on column retry.error is 'What the gate had faulted with.';

create trigger insert_only before update or delete or truncate on retry for each statement execute function refuse_change();
