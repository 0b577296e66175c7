using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Visibility;
using Google.Protobuf;

namespace Gauntlet.Temporal.Server.Tests.Visibility;

public sealed class VisibilityIndexTests
{
    // Order as recorded from the real server (conformance kit, visibility.order-open-first-by-start-then-closed-by-end).
    [Fact]
    public void Find_OpenAndClosed_OpenFirstByStartThenClosedByEnd()
    {
        var index = Records.Index(Records.Catalog(), Records.Run("a", 1, 10), Records.Run("b", 2), Records.Run("c", 3, 20), Records.Run("d", 4));

        Records.Ids(index.Find("default", static _ => true)).ShouldBe(["d", "b", "c", "a"]);
    }

    [Fact]
    public void Upsert_SameRun_ReplacesIt()
    {
        var index = Records.Index(Records.Catalog(), Records.Run("a"), Records.Run("a", 0, 5));

        index.Find("default", static _ => true).ShouldHaveSingleItem().Record.CloseTime.ShouldNotBeNull();
    }

    [Fact]
    public void Delete_Run_IsGone()
    {
        var run = Records.Run("a");
        var index = Records.Index(Records.Catalog(), run, Records.Run("b"));

        index.Delete("default", "a", run.RunId);
        index.Delete("default", "a", run.RunId);

        Records.Ids(index.Find("default", static _ => true)).ShouldBe(["b"]);
    }

    [Fact]
    public void ClosedBefore_ATime_LeavesOpenAndLaterOnesOut()
    {
        var index = Records.Index(
            Records.Catalog(), Records.Run("a", 1, 10), Records.Run("b", 2), Records.Run("c", 3, 20), Records.Run("d", 4, 5) with { Namespace = "other" });

        index.ClosedBefore("default", Records.Start.AddSeconds(15)).Select(record => record.WorkflowId).ShouldBe(["a"]);
        index.Namespaces.ShouldBe(["default", "other"]);
        index.All("other").ShouldHaveSingleItem();
    }

    [Fact]
    public void Page_ByTwo_ShowsEachOnceWhileRunsCome()
    {
        var index = Records.Index(Records.Catalog(), [.. "abcde".Select((c, i) => Records.Run(c.ToString(), i))]);

        var (first, token) = index.Page("default", static _ => true, 2, ByteString.Empty);
        index.Upsert(Records.Run("new", 99));
        var (second, next) = index.Page("default", static _ => true, 2, token);
        var (third, end) = index.Page("default", static _ => true, 2, next);

        Records.Ids(first).ShouldBe(["e", "d"]);
        Records.Ids(second).ShouldBe(["c", "b"]);
        Records.Ids(third).ShouldBe(["a"]);
        end.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Page_ExactlyFull_HasATokenToAnEmptyOne()
    {
        var index = Records.Index(Records.Catalog(), Records.Run("a"), Records.Run("b"));

        var (_, token) = index.Page("default", static _ => true, 2, ByteString.Empty);
        token.IsEmpty.ShouldBeFalse();

        index.Page("default", static _ => true, 2, token).Runs.ShouldBeEmpty();
    }

    [Fact]
    public void Page_ForeignToken_IsUnknown() =>
        Should.Throw<GrpcException>(() => Records.Index(Records.Catalog()).Page("default", static _ => true, 2, ByteString.CopyFromUtf8("nonsense")))
            .Code.ShouldBe(GrpcStatusCode.Unknown);

    [Fact]
    public void Entry_OfAnOpenRun_HidesWhatOnlyClosedRunsHave()
    {
        var catalog = Records.Catalog();
        var open = VisibilityView.Entry(new IndexedRun(Records.Run("a", 0, null, ("CkInt", "5")), catalog));
        var closed = VisibilityView.Entry(new IndexedRun(Records.Run("a", 0, 90), catalog));

        open.HistoryLength.ShouldBe(0);
        open.CloseTime.ShouldBeNull();
        open.ExecutionDuration.ShouldBeNull();
        open.SearchAttributes.IndexedFields["CkInt"].Metadata["type"].ToStringUtf8().ShouldBe("Int");
        closed.HistoryLength.ShouldBe(5);
        closed.ExecutionDuration.Seconds.ShouldBe(90);
        closed.SearchAttributes.ShouldBeNull();
    }
}
