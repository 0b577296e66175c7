using Gauntlet.Contracts.Verdicts;
using Gauntlet.Host.Terminal;

namespace Gauntlet.Host.Tests.Terminal;

public class CheckBarTests
{
    [Fact]
    public void Of_ValueBelowAnAtLeastLimit_StandsLeftOfItOutsideTheAcceptedSide()
    {
        var bar = CheckBar.Of(CheckResult.RequireAtLeast("dsr", 0.41, 0.95, Unit.Probability, "because", new(0.22, 0.63, 0.95)), 23);

        bar.Length.ShouldBe(23);
        bar.IndexOf('●', StringComparison.Ordinal).ShouldBeLessThan(bar.IndexOf('│', StringComparison.Ordinal));
        bar[bar.IndexOf('│', StringComparison.Ordinal) + 1].ShouldBe('▒');
        bar.ShouldContain('─');
    }

    [Fact]
    public void Of_AtMostLimit_AcceptsTheLeftSide() =>
        CheckBar.Of(CheckResult.RequireAtMost("drawdown", 0.3, 0.2, Unit.Fraction, "because"), 11).ShouldBe("▒│·······●·");

    [Fact]
    public void Of_NoValue_IsEmpty() =>
        CheckBar.Of(CheckResult.RequireAtLeast("dsr", double.NaN, 0.95, Unit.Probability, "no trade"), 23).ShouldBeEmpty();

    [Fact]
    public void Of_ValueOnTheLimit_ShowsTheValue() =>
        CheckBar.Of(CheckResult.RequireAtLeast("trades", 30, 30, Unit.Count, "because"), 9).ShouldContain('●');
}
