namespace Gauntlet.Storage.Digests;

/// <summary>What a digest covers: a query for each table, its columns and order fixed for good.</summary>
internal static class EvidenceQueries
{
    public static IReadOnlyList<(string Table, string Sql)> All { get; } =
    [
        ("study", """
            select s.inputs::text, s.plan ->> 'training', s.plan ->> 'holdOut', s.plan ->> 'paper', s.plan ->> 'batchSize', s.plan ->> 'parallelBatches', s.plan ->> 'candidates', p.content_hash
            from study s join policy p on p.id = s.policy where s.name = @study
            """),
        ("trial", """
            select number, state, parameters::text, fold_values::text, value, reason, cause, violation, score::text, fingerprint
            from trial where study = @study order by number
            """),
        ("selection", "select central_count, census::text from selection where study = @study"),
        ("candidate", "select trial, rank, artifact, objective from candidate where study = @study order by trial"),
        ("hold_out_opening", "select trial, window_hash, artifact from hold_out_opening where study = @study order by trial"),
        ("scenario_set", """
            select hash, model, seed, scenarios, document::text from scenario_set
            where hash in (select r.set_hash from scenario_result r join candidate c on c.artifact = r.artifact where c.study = @study)
            order by hash collate "C"
            """),
        ("scenario_result", """
            select c.trial, r.set_hash, r.scenario, r.outcome::text
            from scenario_result r join candidate c on c.artifact = r.artifact
            where c.study = @study order by c.trial, r.set_hash collate "C", r.scenario
            """),
        ("verdict", """
            select trial, gate, policy, artifact, kind, verdict::text, checks::text, grade, caveat, evidence::text
            from verdict where study = @study order by trial, gate, policy collate "C"
            """),
        ("paper_session", "select trial, artifact, window_hash, plan::text from paper_session where study = @study order by trial"),
        ("paper_flattening", "select distinct trial, bar from paper_flattening where study = @study order by trial, bar"),
        ("strategy_order", "select trial, bar, origin, quantity from strategy_order where study = @study order by trial, bar"),
        ("fill", "select trial, bar, filled_at, quantity, price, fee from fill where study = @study order by trial, bar"),
        ("position", "select trial, bar, quantity, cash from position where study = @study order by trial, bar"),
        ("equity", """
            select trial, bar, closed_at, equity, benchmark_equity, weight, receipt::text
            from equity where study = @study order by trial, bar
            """),
        ("paper_day", "select trial, day, record::text from paper_day where study = @study order by trial, day"),
        ("bar_arrival", "select bar, condition, duplicates, future from bar_arrival where study = @study order by bar"),
        ("arena_day", "select round, day, record::text from arena_day where study = @study order by round, day"),
        ("promotion", "select trial, artifact, promoted, grade, reasons::text, human::text from promotion where study = @study order by trial"),
    ];
}
