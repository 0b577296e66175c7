using Gauntlet.Contracts;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Training;

namespace Gauntlet.Workflows.Tests;

/// <summary>A small study.</summary>
internal static class Plans
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static StudyPlan Create() => new()
    {
        Study = "test",
        Strategy = "sma-cross",
        Market = new("synthetic:trend", new string('a', 64), 1000, 3600),
        Training = new(Start, Start.AddHours(700), 700, new string('1', 64)),
        HoldOut = new(Start.AddHours(700), Start.AddHours(832), 132, new string('2', 64)),
        Paper = new(Start.AddHours(832), Start.AddHours(1000), 168, new string('3', 64)),
        Seed = 1,
        Sampler = "tpe",
        Policy = "rigorous@1",
        Trials = 50,
        BatchSize = 8,
        ParallelBatches = 3,
        Candidates = 2,
        PaceFactor = 1,
    };

    public static TrainedCandidate Candidate(string study, int trial) =>
        new(new CandidateKey(study, trial, new string('c', 64)), new Dictionary<string, ParameterValue>(StringComparer.Ordinal) { ["fast"] = ParameterValue.Of(10 + trial) }, 1.5 - trial);
}
