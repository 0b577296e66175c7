using System.Diagnostics;
using Gauntlet.Domain.Stress;

namespace Gauntlet.Benchmarks.Gates;

/// <summary>200 scenarios of 8,760 hourly bars of seven markets that move together, equilibria included, against the regime model without an economy or correlation.</summary>
internal sealed class ScenariosBenchmark : IBenchmark
{
    private const int Bars = 8760, Markets = 7, Rounds = 3;

    public string Name => "scenarios";

    public string Suite => "gates";

    public Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        var set = StressSets.Of(Bars, 3600, Markets);
        var (model, plain) = (new EquilibriumModel(), new RegimeModel());
        var alone = set with { Model = plain.Id, Panel = null };
        double value = double.PositiveInfinity, baseline = double.PositiveInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var watch = Stopwatch.GetTimestamp();
            Parallel.For(0, set.Count, i => model.GeneratePanel(set, i));
            value = Math.Min(value, Stopwatch.GetElapsedTime(watch).TotalSeconds);
            watch = Stopwatch.GetTimestamp();
            Parallel.For(0, set.Count * Markets, i => plain.Generate(alone, i % set.Count));
            baseline = Math.Min(baseline, Stopwatch.GetElapsedTime(watch).TotalSeconds);
        }

        return Task.FromResult<IReadOnlyList<BenchmarkResult>>([new("scenarios", value, baseline, value / baseline, "s")]);
    }
}
