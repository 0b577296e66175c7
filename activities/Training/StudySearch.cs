using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Evaluation;
using Gauntlet.Domain.Training.Pruning;
using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Domain.Training.Search;
using Gauntlet.Storage.Database;
using Gauntlet.Storage.Studies;
using Gauntlet.Storage.Trials;

namespace Gauntlet.Activities.Training;

/// <summary>What a worker knows of a study's search: the trials so far as samplers and pruners see them. Each stored trial is read once.</summary>
internal sealed class StudySearch : IDisposable
{
    private const int Page = 5_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _one = new(1);
    private readonly StudyMaterial _study;
    private readonly ITrialStore _trials;
    private readonly SearchSpace _space;
    private readonly IPruner? _pruner;
    private TrialHistory? _history;
    private ISampler? _sampler;
    private RecentRuns? _runs;
    private SearchRound? _round;
    private int _known;

    public StudySearch(StudyMaterial study, ITrialStore trials)
    {
        (_study, _trials) = (study, trials);
        _space = SearchSpace.Of(study.Strategy.Parameters);
        _pruner = PrunerCatalogue.Create(study.Plan.Pruner, StudyRules.Objective.Folds);
        Evaluator = new(study.Strategy, study.Windows.Training.Bars, StudyRules.Execution, StudyRules.Objective);
    }

    /// <summary>Measures trials; safe from several threads.</summary>
    public TrialEvaluator Evaluator { get; }

    /// <summary>The round that begins at a trial.</summary>
    /// <param name="start">Number of its first trial; all before it are stored.</param>
    /// <param name="alive">Called every few seconds at most while it takes long.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="CorruptEvidenceException">A trial before it is missing.</exception>
    public async Task<SearchRound> RoundAsync(int start, Action alive, CancellationToken cancellation)
    {
        while (!await _one.WaitAsync(Patience, cancellation)) alive();
        try
        {
            if (_round?.Start == start) return _round;

            // An attempt at an earlier round can come late, after a reset for one: then all is read again.
            if (_history is null || start < _known) await BeginAsync(alive, cancellation);
            await LearnAsync(start, alive, cancellation);
            var plan = _study.Plan;
            var count = Math.Min(plan.BatchSize * plan.ParallelBatches, plan.Trials - start);
            var suggested = SamplingRound.Suggest(_sampler!, _history!, start, start, count);
            return _round = new(start, suggested, _runs is { } runs ? new(_pruner!, runs.Known()) : null);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task BeginAsync(Action alive, CancellationToken cancellation)
    {
        var plan = _study.Plan;
        (_history, _sampler, _known, _round) = (null, Sampler.Create(plan.Sampler, (ulong)plan.Seed, plan.Trials), 0, null);
        _runs = _pruner is null ? null : new(plan.Study, _pruner);
        var history = new TrialHistory(_space);
        if (plan.WarmStart is { } warm)
        {
            // What is taken over has numbers below 0, the youngest −1.
            for (var first = 0; first < warm.Trials; first += Page)
            {
                var rows = await _trials.ReadAsync(warm.Study, first, Math.Min(first + Page, warm.Trials), cancellation);
                foreach (var row in rows) history.Tell(Summary(row) with { Number = row.Number - warm.Trials });
                alive();
            }
        }

        _history = history;
    }

    private async Task LearnAsync(int start, Action alive, CancellationToken cancellation)
    {
        while (_known < start)
        {
            var before = Math.Min(start, _known + Page);
            var rows = await _trials.ReadAsync(_study.Plan.Study, _known, before, cancellation);
            if (rows.Count != before - _known) throw new CorruptEvidenceException($"Study {_study.Plan.Study}: {_known + rows.Count} trials are stored before number {before}.");
            foreach (var row in rows)
            {
                var summary = Summary(row);
                _history!.Tell(summary);
                _runs?.Add(row.Number, summary.Kind, summary.Objective, TrialRecords.FoldValues(row));
            }

            _known = before;
            alive();
        }
    }

    private static TrialSummary Summary(StoredTrial row) => TrialSummary.Of(TrialRecords.ToTrial(row));
}

/// <summary>Trials that are suggested together.</summary>
/// <param name="Start">Number of the first.</param>
/// <param name="Suggested">Their parameters.</param>
/// <param name="Rivals">What a pruner compares them with; null without a pruner.</param>
internal sealed record SearchRound(int Start, IReadOnlyList<ParameterValues> Suggested, Rivals? Rivals)
{
    /// <summary>Judges a trial fold by fold; null without a pruner.</summary>
    public Func<FoldScore, string?>? Judge(int number) => Rivals is { } rivals ? new FoldJudge(rivals.Pruner, rivals.Known, number).Judge : null;
}

/// <summary>A pruner and the trials that it knows.</summary>
internal sealed record Rivals(IPruner Pruner, StudyRuns Known);
