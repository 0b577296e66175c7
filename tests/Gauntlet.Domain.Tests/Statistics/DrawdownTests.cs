using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Tests.Statistics;

public class DrawdownTests
{
    [Fact]
    public void Maximum_FallFromAPeak_IsAFractionOfIt() => Drawdown.Maximum(100, [110, 99, 120, 90, 130]).ShouldBe(0.25);

    [Fact]
    public void Maximum_FallFromTheStart_Counts() => Drawdown.Maximum(100, [80, 90]).ShouldBe(0.2);

    [Fact]
    public void Maximum_Rise_IsZero() => Drawdown.Maximum(100, [101, 102]).ShouldBe(0);

    [Fact]
    public void Maximum_Nothing_IsZero() => Drawdown.Maximum(100, []).ShouldBe(0);
}
