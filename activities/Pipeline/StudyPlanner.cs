using Gauntlet.Activities.Running;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Training;
using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Evaluation;
using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Domain.Training.Search;
using Gauntlet.Storage.Studies;

namespace Gauntlet.Activities.Pipeline;

/// <summary>Makes the plan of a request: every default and setting resolved.</summary>
internal static class StudyPlanner
{
    // A hundred rounds or so at any size: suggestions then learn often enough, and the workflow's history stays short.
    private const int SmallestBatch = 10;
    private const int LargestBatch = 100;

    /// <exception cref="Domain.Input.InvalidInputException">Too few bars for the three windows.</exception>
    public static StudyPlan Plan(PipelineRequest request, BarSeries bars, GatePolicy policy, WarmStart? warmStart, WorkerFacts worker)
    {
        var windows = DataWindows.Of(bars, StudyRules.Windows);
        var strategy = StrategyCatalogue.Find(request.Strategy);
        _ = WalkForward.FoldsOf(strategy, windows.Training.Count, StudyRules.Objective);
        var declared = strategy.Parameters;
        var choice = Sampler.Create(request.Sampler, 0, request.Trials) is AutoSampler auto ? auto.Choice(SearchSpace.Of(declared)) : null;
        return new()
        {
            Study = request.Study,
            Strategy = request.Strategy,
            Market = new(request.Market, bars.ContentHash, bars.Count, (int)bars.Interval.TotalSeconds),
            Training = Facts(windows.Training),
            HoldOut = Facts(windows.HoldOut),
            Paper = Facts(windows.Paper),
            Seed = request.Seed,
            Sampler = choice?.Name ?? request.Sampler,
            SamplerReason = choice?.Why,
            Pruner = request.Pruner,
            TimeBudgetSeconds = request.TimeBudgetSeconds,
            MinimumGain = request.MinimumGain ?? policy.Training.MinimumGain,
            WarmStart = warmStart,
            Space = SpaceText.Of(declared),
            Policy = policy.Id,
            Trials = request.Trials,
            BatchSize = Math.Clamp(request.Trials / 100, SmallestBatch, LargestBatch),
            ParallelBatches = worker.ParallelBatches,
            Candidates = request.Candidates,
            Arena = new(policy.Gate3.Arena.Places, policy.Gate3.Arena.WhenFull == ArenaOverflow.Queue),
            RequiresApproval = policy.Promotion.RequiresApproval,
            PaceFactor = RequestRules.Pace(request.Pace, worker.PaceFactor),
            DryRun = request.DryRun,
        };
    }

    public static StudyInputs Inputs(StudyPlan plan) => new()
    {
        Market = plan.Market.DataHash, Strategy = plan.Strategy, Trials = plan.Trials, Seed = plan.Seed, Sampler = plan.Sampler, Policy = plan.Policy, DryRun = plan.DryRun,
        Space = plan.Space, Pruner = plan.Pruner, TimeBudgetSeconds = plan.TimeBudgetSeconds, MinimumGain = plan.MinimumGain, WarmStart = plan.WarmStart?.Study,
        Candidates = plan.Candidates,
    };

    private static WindowFacts Facts(DataWindow window) => new(window.From, window.To, window.Count, window.Hash);
}
