using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Tests.Input;

public class NearestTests
{
    [Theory]
    [InlineData("sma-crss", "sma-cross")]
    [InlineData("SMA-CROSS", "sma-cross")]
    [InlineData("rsi", "rsi-reversion")]
    public void To_Misspelling_FindsTheName(string given, string expected) =>
        Nearest.To(given, ["rsi-reversion", "sma-cross"]).ShouldBe(expected);

    [Fact]
    public void To_NothingKnown_IsNull() => Nearest.To("x", []).ShouldBeNull();

    [Fact]
    public void To_Ties_TakesTheFirstInOrdinalOrder() => Nearest.To("x", ["b", "a"]).ShouldBe("a");

    [Fact]
    public void Hint_SaysNearestAndAll() => Nearest.Hint("fats", ["slow", "fast"]).ShouldBe("Did you mean 'fast'? Known: fast, slow.");
}
