using Gauntlet.Temporal.Server.Versioning;

namespace Gauntlet.Temporal.Server.Tests.Versioning;

public class FarmHashTests
{
    // Values of the reference implementation; the real server names errors by it.
    [Theory]
    [InlineData("deployment has versions, can't be deleted", 0x483726b7)]
    [InlineData("Please delete all versions first", 0xd1d18abc)]
    public void Fingerprint_OfATextLongerThanABlock_IsTheReference(string text, uint expected) => FarmHash.Fingerprint(text).ShouldBe(expected);

    // Seen on the real server 1.29.1: workflows of these ids, with a ramp of half of them.
    [Fact]
    public void Fingerprint_OfWorkflowIds_SplitsThemAsTheRealServerDoes()
    {
        var ramping = Enumerable.Range(0, 24).Where(i => FarmHash.Fingerprint($"ramp-{i}") < uint.MaxValue / 2);
        ramping.ShouldBe([1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 16, 18, 19, 21, 22]);
    }

    [Fact]
    public void Fingerprint_OfTextsOfEveryLength_IsSpreadEvenly()
    {
        var low = Enumerable.Range(0, 4000).Count(i => FarmHash.Fingerprint(new string('x', i % 40) + i) < uint.MaxValue / 4);
        low.ShouldBeInRange(900, 1100);
    }
}
