using Gauntlet.Benchmarks.Gates;
using Gauntlet.Benchmarks.Sdk;
using Gauntlet.Benchmarks.Server;
using Gauntlet.Benchmarks.Simulator;
using Gauntlet.Benchmarks.Training;
using Gauntlet.Domain.Stress.Economy;

namespace Gauntlet.Benchmarks;

/// <summary>All benchmarks, in the order in which they run.</summary>
internal static class BenchmarkSuite
{
    /// <summary>Every benchmark.</summary>
    public static IReadOnlyList<IBenchmark> All { get; } =
    [
        new MicroBenchmark<CrossCases>("simulator", "bars/s", CrossCases.BarsPerSecond, new MicroCase("Cross", "two averages, all accounting"), new MicroCase("Stops", "stops, fee tiers, slippage")),
        new MicroBenchmark<IndicatorCases>("indicators", "ns/step", time => time, new MicroCase("SimpleAverage", "simple average, a step"), new MicroCase("ExponentialAverage", "exponential average, a step"), new MicroCase("TrueRange", "average true range, a step")),
        new GridBenchmark("daily", rounds: 3),
        new GridBenchmark("hourly", rounds: 1),
        new MicroBenchmark<OrderCases>("orders", "ms", time => time / 1e6, new MicroCase("Orders", "1 M orders")),
        new AllocationBenchmark(),
        new CsvBenchmark(),
        new TpeBenchmark(),
        new CmaEsBenchmark(),
        new GaussianProcessBenchmark(),
        new SearchMemoryBenchmark(),
        new StudyBenchmark(),
        new LongStudyBenchmark(),
        new OverfittingBenchmark(),
        new SuperiorityBenchmark(),
        new EconomyBenchmark("economy", () => SocialAccounts.Find("textbook")),
        new EconomyBenchmark("economy-20", () => MadeAccounts.Of(20, seed: 1)),
        new ScenariosBenchmark(),
        new JudgingBenchmark(),
        new StartsBenchmark(),
        new SignalsBenchmark(),
        new RoundTripsBenchmark(),
        new TimersBenchmark(),
        new ScheduleStartsBenchmark(),
        new HistoryReadsBenchmark(),
        new OpenRunsBenchmark(),
        new SignalLatencyBenchmark(),
        new CrowdBenchmark(),
        new TimeSkippingBenchmark(),
        new ListsBenchmark(),
        new ActivitiesBenchmark(),
        new WorkflowsBenchmark(),
        new ReplayBenchmark(),
        new IdleBenchmark(),
        new WatchBenchmark(),
    ];

    /// <summary>Those that run when none is named: one of each suite that says most.</summary>
    public static IReadOnlyList<string> Headline { get; } = ["simulator", "tpe", "starts"];

    /// <summary>Names of suites and benchmarks as users type them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(one => one.Suite).Concat(All.Select(one => one.Name)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What a name stands for: a whole suite or one benchmark; the headline without a name.</summary>
    public static IEnumerable<IBenchmark> Of(string? name) =>
        All.Where(one => name is null ? Headline.Contains(one.Name) : one.Suite == name || one.Name == name);
}
