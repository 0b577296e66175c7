using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Simulation.Backtests;

namespace Gauntlet.Domain.Tests.Simulation.Backtests;

public class ConeTests
{
    private const double Deviation = 0.01;

    // Independent normal returns: log growth after n bars has deviation σ√n, its median path the drift less half the variance.
    [Fact]
    public void Of_IndependentReturns_IsAsWideAsTheirSum()
    {
        var cone = Cone.Of(Normal(4000, 0), 3000).ShouldNotBeNull();

        var end = cone.Points[^1];
        end.Place.ShouldBe(3999);
        var width = Math.Log(end.Quantiles[6] / end.Quantiles[0]) / (2 * 1.96);
        width.ShouldBe(Deviation * Math.Sqrt(1000), 0.1 * Deviation * Math.Sqrt(1000));
        end.Quantiles.ShouldBe(end.Quantiles.Order());
        cone.Points.Select(point => point.Place).ShouldBe(cone.Points.Select(point => point.Place).Order());
    }

    [Theory]
    [InlineData(0.004, 1)]
    [InlineData(-0.004, 0)]
    public void Of_OtherDriftAfterTheBoundary_RanksAtTheEdge(double drift, double rank)
    {
        double[] returns = [.. Normal(2000, 0), .. Normal(500, drift)];

        Cone.Of(returns, 2000)!.Rank.ShouldBe(rank, 0.01);
    }

    [Fact]
    public void Of_LongerFutureThanPast_GoesOnWithFurtherDraws() => Cone.Of(Normal(1000, 0), 150)!.Points[^1].Place.ShouldBe(999);

    [Fact]
    public void Of_SameReturns_IsTheSame() => Cone.Of(Normal(600, 0), 400)!.Points[10].Quantiles.ShouldBe(Cone.Of(Normal(600, 0), 400)!.Points[10].Quantiles);

    [Theory]
    [InlineData(99, 300)]
    [InlineData(281, 300)]
    public void Of_TooFewBarsOnOneSide_IsNone(int start, int bars) => Cone.Of(Normal(bars, 0), start).ShouldBeNull();

    [Fact]
    public void Of_RuinedAccount_IsNone()
    {
        var returns = Normal(300, 0);
        returns[50] = -1;

        Cone.Of(returns, 200).ShouldBeNull();
    }

    private static double[] Normal(int count, double drift)
    {
        var random = new SeededRandom(7, (ulong)count);
        return [.. Enumerable.Range(0, count).Select(_ => drift + (Deviation * random.NextNormal()))];
    }
}
