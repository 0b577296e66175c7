namespace Gauntlet.Reporting.Tests;

public class DurationTextTests
{
    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(0.00045, "0.5 ms")]
    [InlineData(0.041, "41 ms")]
    [InlineData(0.9999, "1.0 s")]
    [InlineData(8.14, "8.1 s")]
    [InlineData(59.96, "1 min")]
    [InlineData(200, "3 min 20 s")]
    [InlineData(18_720, "5 h 12 min")]
    [InlineData(619_200, "7 d 4 h")]
    [InlineData(-1, "–")]
    public void Of_Seconds_AreAtMostTwoUnits(double seconds, string text) => DurationText.Of(TimeSpan.FromSeconds(seconds)).Replace('\u00a0', ' ').ShouldBe(text);
}
