using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training;

namespace Gauntlet.Domain.Tests.Training;

public class TrialCensusTests
{
    [Fact]
    public void Of_EveryState_CountsThemAll()
    {
        var census = TrialCensus.Of([Trial(0, Value(0.01)), Trial(1, Value(0.03)), Trial(2, new NeverTraded()), Trial(3, new Failed("-")), Trial(4, Value(null))], elsewhere: 100);
        (census.Total, census.Completed, census.Pruned, census.Failed, census.CentralCount).ShouldBe((5, 3, 1, 1, 105));
        // By hand: 0.01 and 0.03 about 0.02, divisor 1.
        census.SharpeVariance.ShouldBe(0.0002, 1e-12);
    }

    [Fact]
    public void Of_OneTrial_HasNoScatter() => TrialCensus.Of([Trial(0, Value(0.01))]).SharpeVariance.ShouldBe(0);

    [Fact]
    public void Of_RunningTrial_IsRefused() => Should.Throw<ArgumentException>(() => TrialCensus.Of([Trial(0, new Running())]));

    private static Trial Trial(int number, TrialState state) => new(number, ParameterValues.Empty, state);

    private static Completed Value(double? sharpe) => new(new() { Objective = 1, Folds = [], Sample = new(10, 1, sharpe, 0, 3), Trades = 1, TurnoverPerYear = 1 });
}
