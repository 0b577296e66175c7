-- Evidence: rows are inserted once and never changed. Natural keys everywhere, so that repeating an insert changes nothing.

create table dataset (
    content_hash text primary key check (content_hash ~ '^[0-9a-f]{64}$'),
    symbol text not null,
    bars integer not null check (bars > 0),
    interval_ticks bigint not null check (interval_ticks > 0),
    calendar jsonb not null,
    first_open timestamptz not null,
    last_close timestamptz not null,
    quality jsonb not null,
    columns bytea not null,
    imported_at timestamptz not null default now()
);
comment on table dataset is 'One row: the bars of a market, addressed by the hash of their content, with what the import found on their quality. Written when a study opens.';
comment on column dataset.interval_ticks is 'Length of a bar in units of 100 ns.';
comment on column dataset.columns is 'Opening times (ticks since year 1, UTC), open, high, low, close, volume: six columns of 8-byte little-endian values, one after the other.';
alter table dataset alter column columns set storage external;

create table policy (
    id text primary key,
    name text not null,
    version integer not null check (version > 0),
    content_hash text not null,
    document jsonb not null,
    stored_at timestamptz not null default now(),
    unique (name, version)
);
comment on table policy is 'One row: an immutable version of a gate policy with all its limits. Written when a study opens that is judged by it.';

create table study (
    name text primary key,
    inputs jsonb not null,
    plan jsonb not null,
    dataset_hash text not null references dataset (content_hash),
    training_hash text not null,
    policy text not null references policy (id),
    opened_at timestamptz not null default now()
);
comment on table study is 'One row: a study with every default resolved, stored before its first trial. Written when it opens.';
comment on column study.inputs is 'What decides the result; the same name with other inputs is refused.';
comment on column study.training_hash is 'Hash of the bars that its trials see.';

create table trial (
    study text not null references study (name),
    number integer not null check (number >= 0),
    state text not null check (state in ('completed', 'pruned', 'failed')),
    parameters jsonb not null,
    fold_values jsonb not null,
    value double precision check ((state = 'completed') = (value is not null)),
    reason text check ((state = 'completed') = (reason is null)),
    score jsonb,
    fingerprint text not null,
    training_hash text not null,
    ended_at timestamptz not null default now(),
    primary key (study, number)
);
create index trial_training on trial (training_hash, fingerprint);
comment on table trial is 'One row: an ended trial. Written by training, in batches.';
comment on column trial.fingerprint is 'Hash of strategy, sampler, seed, number and parameters: what makes a trial the same trial when a study is run again under another name.';
comment on column trial.training_hash is 'Hash of the bars it saw; all trials on the same bars make the central count N.';

create table artifact (
    hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
    strategy text not null,
    parameters jsonb not null,
    training_hash text not null,
    seed bigint not null,
    code_version text not null,
    policy text not null,
    document text not null,
    frozen_at timestamptz not null default now()
);
comment on table artifact is 'One row: an immutable bundle of strategy, parameters, data window, seed, code version and policy. Written when training picks candidates.';
comment on column artifact.document is 'The bundle in canonical JSON; hash is its SHA-256.';

create table selection (
    study text primary key references study (name),
    central_count integer not null check (central_count >= 0),
    census jsonb not null,
    chosen_at timestamptz not null default now()
);
comment on table selection is 'One row: the end of a study''s training with the central count N at that time. Written when training picks candidates.';

create table candidate (
    study text not null references selection (study),
    trial integer not null,
    rank integer not null check (rank > 0),
    artifact text not null references artifact (hash),
    objective double precision not null,
    primary key (study, trial),
    unique (study, rank),
    foreign key (study, trial) references trial (study, number)
);
comment on table candidate is 'One row: a trial that training handed to the gates. Written with its selection.';

create table hold_out_opening (
    study text not null,
    trial integer not null,
    window_hash text not null,
    artifact text not null references artifact (hash),
    opened_at timestamptz not null default now(),
    primary key (study, trial),
    foreign key (study, trial) references candidate (study, trial)
);
create index hold_out_opening_window on hold_out_opening (window_hash, artifact);
comment on table hold_out_opening is 'One row: a candidate was shown a hold-out window. Written by Gate 1 before it looks.';

create table scenario_set (
    hash text primary key,
    model text not null,
    seed bigint not null,
    scenarios integer not null check (scenarios > 0),
    document jsonb not null,
    declared_at timestamptz not null default now()
);
comment on table scenario_set is 'One row: a set of scenarios by model, seed, calibration and count; the scenarios themselves are generated from it. Written by Gate 2.';

create table scenario_result (
    artifact text not null references artifact (hash),
    set_hash text not null references scenario_set (hash),
    scenario integer not null check (scenario >= 0),
    outcome jsonb not null,
    primary key (artifact, set_hash, scenario)
);
comment on table scenario_result is 'One row: how an artifact did in a scenario. Written by Gate 2, in batches.';

create table verdict (
    study text not null,
    trial integer not null,
    gate integer not null check (gate between 1 and 3),
    policy text not null references policy (id),
    artifact text not null references artifact (hash),
    kind text not null check (kind in ('passed', 'rejected', 'skipped')),
    verdict jsonb not null,
    checks jsonb not null,
    grade text,
    caveat text,
    evidence jsonb,
    decided_at timestamptz not null default now(),
    primary key (study, trial, gate, policy),
    foreign key (study, trial) references candidate (study, trial)
);
comment on table verdict is 'One row: a gate''s verdict on a candidate under a policy with every check. Written by the gate''s activity.';
comment on column verdict.evidence is 'What the checks were computed from, so that another policy can judge again without running again.';

create table paper_session (
    study text not null,
    trial integer not null,
    artifact text not null references artifact (hash),
    window_hash text not null,
    plan jsonb not null,
    opened_at timestamptz not null default now(),
    primary key (study, trial),
    foreign key (study, trial) references candidate (study, trial)
);
comment on table paper_session is 'One row: a candidate''s session of paper trading. Written when Gate 3 opens.';

create table paper_flattening (
    study text not null,
    trial integer not null,
    asked_bar integer not null check (asked_bar >= 0),
    bar integer not null check (bar >= asked_bar),
    reason text not null,
    asked_at timestamptz not null default now(),
    primary key (study, trial, asked_bar),
    foreign key (study, trial) references paper_session (study, trial)
);
comment on table paper_flattening is 'One row: an emergency stop closes a session''s position at the open of a bar. Written by the stop, honoured by the step of that bar.';
comment on column paper_flattening.asked_bar is 'The bar that was to come next when the stop was asked for; the step of it may have overtaken the stop.';

create table strategy_order (
    study text not null,
    trial integer not null,
    bar integer not null check (bar >= 0),
    origin text not null check (origin in ('strategy', 'flatten')),
    quantity double precision not null,
    primary key (study, trial, bar),
    foreign key (study, trial) references paper_session (study, trial)
);
comment on table strategy_order is 'One row: an order of paper trading that reached the market at the open of a bar; signed quantity. Written by the step of that bar.';

create table fill (
    study text not null,
    trial integer not null,
    bar integer not null,
    filled_at timestamptz not null,
    quantity double precision not null,
    price double precision not null,
    fee double precision not null,
    primary key (study, trial, bar),
    foreign key (study, trial, bar) references strategy_order (study, trial, bar)
);
comment on table fill is 'One row: an executed order of paper trading with its price after spread and slippage. Written with its order.';

create table position (
    study text not null,
    trial integer not null,
    bar integer not null,
    quantity double precision not null,
    cash double precision not null,
    primary key (study, trial, bar),
    foreign key (study, trial, bar) references fill (study, trial, bar)
);
comment on table position is 'One row: what paper trading holds after a fill. Written with its fill.';

create table equity (
    study text not null,
    trial integer not null,
    bar integer not null check (bar >= 0),
    closed_at timestamptz not null,
    equity double precision not null,
    benchmark_equity double precision not null,
    weight double precision not null,
    receipt jsonb not null,
    primary key (study, trial, bar),
    foreign key (study, trial) references paper_session (study, trial)
);
comment on table equity is 'One row: a bar of paper trading, marked to market at its close, beside buy-and-hold. Written by the step of that bar, last of its rows.';
comment on column equity.weight is 'Position as a signed fraction of equity.';
comment on column equity.receipt is 'What the step answered, so that repeating it answers the same.';

create table paper_day (
    study text not null,
    trial integer not null,
    day integer not null check (day > 0),
    record jsonb not null,
    primary key (study, trial, day),
    foreign key (study, trial) references paper_session (study, trial)
);
comment on table paper_day is 'One row: a complete day of paper trading. Written by the step of its last bar.';

create table promotion (
    study text not null,
    trial integer not null,
    artifact text not null references artifact (hash),
    promoted boolean not null,
    grade text,
    reasons jsonb not null,
    human jsonb,
    decided_at timestamptz not null default now(),
    primary key (study, trial),
    foreign key (study, trial) references candidate (study, trial)
);
comment on table promotion is 'One row: the decision on a candidate, and who approved where the policy asks for a person. Written by the promotion''s activity.';

create table emergency_stop (
    number bigint generated always as identity primary key,
    kind text not null check (kind in ('closed', 'opened')),
    reason text not null,
    asked_by text not null,
    flatten boolean not null,
    asked_at timestamptz not null,
    unique (kind, asked_at)
);
comment on table emergency_stop is 'One row: the emergency latch was closed or opened; the last row says how it is. Written by stop and resume.';

create table study_digest (
    study text primary key references study (name),
    digest text not null,
    rows integer not null,
    computed_at timestamptz not null default now()
);
comment on table study_digest is 'One row: SHA-256 over the rows of a finished study. Written when it closes.';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% of % refused: evidence is only ever inserted', lower(tg_op), tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;

do $$
declare
    evidence text;
begin
    foreach evidence in array array[
        'dataset', 'policy', 'study', 'trial', 'artifact', 'selection', 'candidate', 'hold_out_opening', 'scenario_set', 'scenario_result',
        'verdict', 'paper_session', 'paper_flattening', 'strategy_order', 'fill', 'position', 'equity', 'paper_day', 'promotion',
        'emergency_stop', 'study_digest']
    loop
        execute format('create trigger insert_only before update or delete or truncate on %I for each statement execute function refuse_change()', evidence);
    end loop;
end
$$;
