using Gauntlet.Temporal.Server.Engine.Retries;

namespace Gauntlet.Temporal.Server.Tests.Nexus;

// Expected texts: what Go's time.Duration.String writes.
public sealed class GoDurationTests
{
    [Theory]
    [InlineData(0, "0s")]
    [InlineData(-5, "0s")]
    [InlineData(12.5, "12.5ms")]
    [InlineData(10_000, "10s")]
    [InlineData(9_996.615, "9.996615s")]
    [InlineData(61_500, "1m1.5s")]
    [InlineData(3_600_000, "1h0m0s")]
    public void Text_Span_IsAsGoWritesIt(double milliseconds, string text) => GoDuration.Text(TimeSpan.FromMilliseconds(milliseconds)).ShouldBe(text);
}
