using Gauntlet.Temporal.Server.Engine.State;

namespace Gauntlet.Temporal.Server.Tests.Engine;

public class RequestIdsTests
{
    [Fact]
    public void Add_ToOneVersion_LeavesTheEarlierAsItWas()
    {
        var one = RequestIds.None().Add("a");
        var two = one.Add("b");

        one.ShouldBe(["a"]);
        one.Contains("b").ShouldBeFalse();
        two.ShouldBe(["a", "b"]);
        two.Contains("a").ShouldBeTrue();
        two.Contains("b").ShouldBeTrue();
    }

    [Fact]
    public void Add_AfterALaterVersionWasGivenUp_ForgetsWhatThatHadAdded()
    {
        var kept = RequestIds.None().Add("a");
        kept.Add("given up").Add("too").Count.ShouldBe(3);

        var next = kept.Add("b");

        next.ShouldBe(["a", "b"]);
        next.Contains("given up").ShouldBeFalse();
        next.Add("given up").ShouldBe(["a", "b", "given up"]);
    }

    [Fact]
    public void Add_OfOneThatIsThere_IsTheSameVersion()
    {
        var one = RequestIds.None().Add("a");

        one.Add("a").ShouldBeSameAs(one);
    }

    [Fact]
    public void Since_AnEarlierVersion_IsWhatCameAfterIt()
    {
        var one = RequestIds.None().Add("a");
        var two = one.Add("b").Add("c");

        two.Since(one).ShouldBe(["b", "c"]);
        two.Since(two).ShouldBeEmpty();
        two.Since(null).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void Since_AVersionWithALogOfItsOwn_IsWhatThatHasNot() =>
        RequestIds.None().Add("a").Add("b").Since(RequestIds.None().Add("a")).ShouldBe(["b"]);
}
