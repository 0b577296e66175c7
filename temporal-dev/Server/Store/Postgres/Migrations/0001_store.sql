-- What the embedded Temporal server keeps. One process writes at a time: the one whose epoch the lease shows.

create table lease (
    only_row boolean primary key default true check (only_row),
    epoch bigint not null,
    batch bigint not null,
    holder text not null,
    expires_at timestamptz not null,
    clock_offset_ticks bigint not null,
    last_event_task bigint not null
) with (fillfactor = 10);
comment on table lease is 'One row: who may write, until when, and how far it came. Every transaction of the server updates it first, so that one whose epoch has passed writes nothing.';
comment on column lease.epoch is 'Grows by one with each holder.';
comment on column lease.batch is 'Number of the last transaction, by which a server whose connection broke learns whether it was committed.';
comment on column lease.clock_offset_ticks is 'How far the server''s clock is ahead of real time, in units of 100 ns: more than zero only where time was skipped.';
comment on column lease.last_event_task is 'Highest task id given to an event.';
insert into lease values (true, 0, 0, 'nobody', '-infinity', 0, 0);

create function hold_lease(held bigint, number bigint, seconds double precision, clock_offset bigint, event_task bigint) returns void language plpgsql as $$
begin
    update lease set batch = number, expires_at = clock_timestamp() + make_interval(secs => seconds), clock_offset_ticks = clock_offset, last_event_task = event_task
    where epoch = held;
    if not found then
        raise exception using errcode = 'TL001', message = 'another server has taken the lease';
    end if;
end $$;
comment on function hold_lease is 'First statement of every transaction of the server: renews the lease, or fails the transaction (TL001) when another one has it.';

create table run (
    run_id text primary key,
    namespace text not null,
    workflow_id text not null,
    is_open boolean not null,
    head text not null
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);
comment on table run is 'A run of a workflow. Its head (JSON) is what changes with every commit; the rest of its state is in run_origin and run_part.';
create index run_open on run (run_id) where is_open;

create table run_origin (
    run_id text primary key,
    origin text not null
);
comment on table run_origin is 'What of a run never changes.';

create table run_part (
    run_id text not null,
    kind smallint not null,
    key text not null,
    data text not null,
    primary key (run_id, kind, key)
) with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);
comment on table run_part is 'What a run has many of: 1 activity, 2 timer, 3 child, 4 signal and 5 cancel request to another workflow, 6 update, 7 buffered event, 8 request id of a signal, 9 request id, 10 reset point, 11 memo, 12 search attributes.';

create table run_history (
    run_id text not null,
    last_event_id bigint not null,
    events bytea not null,
    primary key (run_id, last_event_id)
);
comment on table run_history is 'Events of a run: one row for those of one commit, as temporal.api.history.v1.History.';

create table run_visible (
    run_id text primary key,
    record text not null
) with (fillfactor = 80);
comment on table run_visible is 'What lists and counts show of a run.';

create table workflow (
    namespace text not null,
    workflow_id text not null,
    run_id text not null,
    primary key (namespace, workflow_id)
);
comment on table workflow is 'The latest run of a workflow id.';

create table outbox (
    number bigint generated always as identity primary key,
    id text not null unique,
    task text not null
) with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);
comment on table outbox is 'What a commit set in motion outside its run and is not done yet, in order.';

create table record (
    kind text not null,
    namespace text not null,
    id text not null,
    data text not null,
    primary key (kind, namespace, id)
);
comment on table record is 'What belongs to no run: namespaces, search attributes, schedules, batches.';
