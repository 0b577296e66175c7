using Gauntlet.Contracts;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Contracts.Promotion;
using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Training;
using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Reporting.Tests;

/// <summary>A study with one promoted and one rejected candidate, small enough to follow by hand.</summary>
internal static class SampleReport
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static StudyReport Create(string study = "spy-trend") => new()
    {
        Plan = new()
        {
            Study = study,
            Strategy = "sma-cross",
            Market = new("synthetic:trend", new string('a', 64), 1000, 3600),
            Training = Window(0, 700),
            HoldOut = Window(700, 830),
            Paper = Window(830, 1000),
            Seed = 1,
            Sampler = "tpe",
            Policy = "rigorous@1",
            Trials = 3,
            BatchSize = 2,
            ParallelBatches = 2,
            Candidates = 3,
            PaceFactor = 1,
        },
        Trials = new(3, 2, 1, 0),
        CentralCount = 203,
        Time = new(Start, Start.AddSeconds(9.3)),
        History =
        [
            new(0, TrialState.Completed, 0.4, Parameters(10), null) { FoldValues = [0.3, 0.9, 0.2] },
            new(1, TrialState.Pruned, null, Parameters(11), "It closed 3 round trips; 10 are the least.") { FoldValues = [0.1], Cause = "off-limits" },
            new(2, TrialState.Completed, 1.2, Parameters(12), null) { FoldValues = [1.5, 1, 1.4] },
        ],
        Candidates = [Promoted(study), Rejected(study)],
        Search = new()
        {
            Axes = [new("direction", 0, 1, false, ["long-only", "long-short"]), new("fast", 2, 50, true, null)],
            Importances = [new("fast", 0.9, 0.8, 0.95), new("direction", 0.1, 0.02, 0.2)],
            Decoy = 0.12,
            Pairs = [new("direction", "fast", 0.05)],
            Folds = [.. Enumerable.Range(1, 3).Select(fold => new FoldWindow(Start.AddHours((fold * 175) - 24), Start.AddHours(fold * 175), Start.AddHours((fold + 1) * 175), 175, 24))],
            FoldChoice = new(1.3, [0.8, 1.1]),
            Variety = new(2, 1),
            Choice = new(2, 0.4, -0.1, [new(1.2, 0.3) { Logit = 0.7 }, new(0.9, -0.2) { Logit = -0.7 }]) { Intercept = 0.15 },
        },
        Best = new(2, [new(2, 0.99), new(200, 0.97), new(20_000, 0.9)], [new("fast", "9", 0.8), new("fast", "15", -0.1)]),
        Digest = new string('d', 64),
    };

    private static CandidateReport Promoted(string study) => new()
    {
        Key = new(study, 2, new string('b', 64)),
        Parameters = Parameters(12),
        Objective = 1.2,
        Gates =
        [
            new() { Gate = Gate.Gate1, Policy = "rigorous@1", Verdict = new Passed(), Checks = [Check(0.98)] },
            new() { Gate = Gate.Gate2, Policy = "rigorous@1", Verdict = new Passed(), Checks = [Check(0.99)] },
            new() { Gate = Gate.Gate3, Policy = "rigorous@1", Verdict = new Passed(), Checks = [Check(1)], Grade = "A", Caveat = "Seven days cannot prove skill." },
        ],
        Decision = new(true, "A", ["All gates passed."]),
        Backtest = Curve(900),
        Scenarios = [.. Enumerable.Range(0, 40).Select(i => new ScenarioPoint(i, i % 2 == 0 ? "boom" : "crisis", (i - 15) * 0.01, 0.1, 1))],
        PaperDays = [.. Enumerable.Range(1, 7).Select(day => new PaperDay(day, 24, 0.001 * (day - 3), 0.0005, 0.01))],
        Paper = Curve(168),
    };

    private static CandidateReport Rejected(string study) => new()
    {
        Key = new(study, 0, new string('c', 64)),
        Parameters = Parameters(10),
        Objective = 0.4,
        Gates = [new() { Gate = Gate.Gate1, Policy = "rigorous@1", Verdict = new Rejected(["too low"]), Checks = [Check(0.41), Check(double.NaN)] }],
        Backtest = Curve(2),
        Scenarios = [],
        PaperDays = [],
        Paper = [],
    };

    private static CheckResult Check(double value) =>
        CheckResult.RequireAtLeast("deflated-sharpe-ratio", value, 0.95, Unit.Probability, double.IsNaN(value) ? "the returns do not vary" : "over 130 bars", new(0.2, 0.97, 0.95));

    private static WindowFacts Window(int from, int to) => new(Start.AddHours(from), Start.AddHours(to), to - from, new string('f', 64));

    private static Dictionary<string, ParameterValue> Parameters(int fast) => new(StringComparer.Ordinal) { ["fast"] = ParameterValue.Of(fast), ["slow"] = ParameterValue.Of(80) };

    private static List<EquityPoint> Curve(int points) =>
        [.. Enumerable.Range(0, points).Select(i => new EquityPoint(Start.AddHours(i), 1 + (i * 0.0004) + (0.01 * Math.Sin(i / 9.0)), 1 + (0.02 * Math.Sin(i / 40.0))))];
}
