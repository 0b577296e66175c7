using Gauntlet.Contracts.Reports;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;
using Gauntlet.Storage.Paper;
using Gauntlet.Storage.Studies;

namespace Gauntlet.Storage.Reports;

/// <summary>Equity curves for pictures: of a back-test by running it again, of paper trading from its rows.</summary>
internal static class EquityCurves
{
    public static IReadOnlyList<EquityPoint> Backtest(StudyMaterial study, ParameterValues parameters, bool withHoldOut)
    {
        var end = withHoldOut ? study.Windows.HoldOut.End : study.Windows.Training.End;
        var bars = study.Windows.Training.Series.Slice(0, end);
        var own = study.Strategy.Run(parameters, bars, StudyRules.Execution);
        return Curve(bars, own, Simulator.BuyAndHold(bars, StudyRules.Execution));
    }

    public static IReadOnlyList<EquityPoint> Paper(StudyMaterial study, IReadOnlyList<StoredBar> bars)
    {
        if (bars.Count == 0) return [];
        var cash = StudyRules.Execution.StartingCash;
        return [new(study.Windows.Paper.From, 1, 1), .. bars.Select(bar => new EquityPoint(bar.ClosedAt, bar.Equity / cash, bar.BenchmarkEquity / cash))];
    }

    private static List<EquityPoint> Curve(BarSeries bars, SimulationResult own, SimulationResult benchmark)
    {
        var points = new List<EquityPoint>(bars.Count + 1) { new(bars.Times[0], 1, 1) };
        for (var i = 0; i < bars.Count; i++) points.Add(new(bars.Times[i] + bars.Interval, own.Equity[i] / own.StartingCash, benchmark.Equity[i] / benchmark.StartingCash));
        return points;
    }
}
