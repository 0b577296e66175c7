using System.Diagnostics;
using Gauntlet.Domain.Stress;
using Gauntlet.Domain.Stress.Economy;
using Gauntlet.Domain.Stress.Macro;

namespace Gauntlet.Benchmarks.Gates;

/// <summary>Time of an equilibrium under the mean shock of a crisis, against the first equilibrium in a fresh model: calibration and base year included.</summary>
internal sealed class EconomyBenchmark(string name, Func<SocialAccounts> accounts) : IBenchmark
{
    private const int Solves = 40, Rounds = 12;

    public string Name => name;

    public string Suite => "gates";

    public Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        var economy = accounts();
        var model = new EconomyModel(economy);
        var shock = MacroRegime.Of(Regime.Crisis).Mean(model.Goods.Count, 1, model.Factors.Count);
        double value = double.PositiveInfinity, baseline = double.PositiveInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var watch = Stopwatch.GetTimestamp();
            for (var i = 0; i < Solves; i++) model.Solve(shock);
            value = Math.Min(value, Stopwatch.GetElapsedTime(watch).TotalMilliseconds / Solves);
            watch = Stopwatch.GetTimestamp();
            var fresh = new EconomyModel(economy);
            fresh.Solve(EconomicShock.None);
            fresh.Solve(shock);
            baseline = Math.Min(baseline, Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
        }

        return Task.FromResult<IReadOnlyList<BenchmarkResult>>([new(name, value, baseline, value / baseline, "ms/equilibrium")]);
    }
}
