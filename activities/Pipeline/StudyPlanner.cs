using Gauntlet.Activities.Running;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Domain.Gates.Policies;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Training;
using Gauntlet.Storage.Studies;

namespace Gauntlet.Activities.Pipeline;

/// <summary>Makes the plan of a request: every default and setting resolved.</summary>
internal static class StudyPlanner
{
    private const int BatchSize = 10;

    /// <exception cref="Domain.Input.InvalidInputException">Too few bars for the three windows.</exception>
    public static StudyPlan Plan(PipelineRequest request, BarSeries bars, GatePolicy policy, WorkerFacts worker)
    {
        var windows = DataWindows.Of(bars, StudyRules.Windows);
        return new()
        {
            Study = request.Study,
            Strategy = request.Strategy,
            Market = new(request.Market, bars.ContentHash, bars.Count, (int)bars.Interval.TotalSeconds),
            Training = Facts(windows.Training),
            HoldOut = Facts(windows.HoldOut),
            Paper = Facts(windows.Paper),
            Seed = request.Seed,
            Sampler = request.Sampler,
            Policy = policy.Id,
            Trials = request.Trials,
            BatchSize = BatchSize,
            ParallelBatches = worker.ParallelBatches,
            Candidates = CandidateSelection.DefaultCount,
            PaceFactor = RequestRules.Pace(request.Pace, worker.PaceFactor),
            DryRun = request.DryRun,
        };
    }

    public static StudyInputs Inputs(StudyPlan plan) => new()
    {
        Market = plan.Market.DataHash, Strategy = plan.Strategy, Trials = plan.Trials, Seed = plan.Seed, Sampler = plan.Sampler, Policy = plan.Policy, DryRun = plan.DryRun,
    };

    private static WindowFacts Facts(DataWindow window) => new(window.From, window.To, window.Count, window.Hash);
}
