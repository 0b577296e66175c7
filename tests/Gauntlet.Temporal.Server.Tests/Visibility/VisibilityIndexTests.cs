using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Visibility;
using Google.Protobuf;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Tests.Visibility;

public sealed class VisibilityIndexTests
{
    // Order as recorded from the real server (conformance kit, visibility.order-open-first-by-start-then-closed-by-end).
    [Fact]
    public void Find_OpenAndClosed_OpenFirstByStartThenClosedByEnd()
    {
        var index = Records.Index(Records.Catalog(), Records.Run("a", 1, 10), Records.Run("b", 2), Records.Run("c", 3, 20), Records.Run("d", 4));

        Records.Ids(index.Find("default", Records.Everything)).ShouldBe(["d", "b", "c", "a"]);
    }

    [Fact]
    public void Upsert_SameRun_ReplacesIt()
    {
        var index = Records.Index(Records.Catalog(), Records.Run("a"), Records.Run("a", 0, 5));

        index.Find("default", Records.Everything).ShouldHaveSingleItem().Record.CloseTime.ShouldNotBeNull();
    }

    [Fact]
    public void Delete_Run_IsGone()
    {
        var run = Records.Run("a");
        var index = Records.Index(Records.Catalog(), run, Records.Run("b"));

        index.Delete("default", "a", run.RunId);
        index.Delete("default", "a", run.RunId);

        Records.Ids(index.Find("default", Records.Everything)).ShouldBe(["b"]);
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

        var (first, token) = index.Page("default", Records.Everything, 2, ByteString.Empty);
        index.Upsert(Records.Run("new", 99));
        var (second, next) = index.Page("default", Records.Everything, 2, token);
        var (third, end) = index.Page("default", Records.Everything, 2, next);

        Records.Ids(first).ShouldBe(["e", "d"]);
        Records.Ids(second).ShouldBe(["c", "b"]);
        Records.Ids(third).ShouldBe(["a"]);
        end.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Page_ExactlyFull_HasATokenToAnEmptyOne()
    {
        var index = Records.Index(Records.Catalog(), Records.Run("a"), Records.Run("b"));

        var (_, token) = index.Page("default", Records.Everything, 2, ByteString.Empty);
        token.IsEmpty.ShouldBeFalse();

        index.Page("default", Records.Everything, 2, token).Runs.ShouldBeEmpty();
    }

    [Fact]
    public void Page_ForeignToken_IsUnknown() =>
        Should.Throw<GrpcException>(() => Records.Index(Records.Catalog()).Page("default", Records.Everything, 2, ByteString.CopyFromUtf8("nonsense")))
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

    [Theory]
    [InlineData("WorkflowId = 'b'", "b")]
    [InlineData("CkKeyword = 'red'", "c a")]
    [InlineData("CkKeyword = 'red' AND (WorkflowId = 'a')", "a")]
    [InlineData("CkKeywordList = 'x'", "b a")]
    [InlineData("CkKeyword = 'none' AND WorkflowType = 'Flow'", "")]
    [InlineData("CkKeyword = 'red' OR WorkflowId = 'b'", "c b a")]
    [InlineData("NOT CkKeyword = 'red'", "d")]
    public void Find_ByKeys_IsWhatPassingByAllFinds(string query, string expected)
    {
        var catalog = Records.Catalog();
        var index = Records.Index(
            catalog,
            Records.Run("a", 1, null, ("CkKeyword", "\"red\""), ("CkKeywordList", "[\"x\",\"y\",\"x\"]")),
            Records.Run("b", 2, null, ("CkKeywordList", "[\"x\"]")),
            Records.Run("c", 3, null, ("CkKeyword", "\"red\"")),
            Records.Run("d", 4, null, ("CkKeyword", "\"red\"")));
        index.Upsert(Records.Run("d", 4, null, ("CkKeyword", "\"blue\"")));

        var filter = Records.Filter(query, catalog);

        string.Join(' ', Records.Ids(index.Find("default", filter))).ShouldBe(expected);
        string.Join(' ', Records.Ids(index.Find("default", filter with { Keys = [] }))).ShouldBe(expected);
    }

    [Fact]
    public void Page_ByKey_GoesOnBehindTheToken()
    {
        var catalog = Records.Catalog();
        var index = Records.Index(catalog, [.. "abcde".Select((c, i) => Records.Run(c.ToString(), i, null, ("CkKeyword", "\"red\"")))]);
        var filter = Records.Filter("CkKeyword = 'red'", catalog);

        var (first, token) = index.Page("default", filter, 3, ByteString.Empty);
        var (second, _) = index.Page("default", filter, 3, token);

        Records.Ids(first).ShouldBe(["e", "d", "c"]);
        Records.Ids(second).ShouldBe(["b", "a"]);
    }

    [Fact]
    public void Count_AskedForAgainAfterChanges_IsOfWhatIsThere()
    {
        var catalog = Records.Catalog();
        var run = Records.Run("c");
        var index = Records.Index(catalog, Records.Run("a"), Records.Run("b"), run);
        var filter = Records.Filter("WorkflowId != 'b'", catalog);
        index.Count("default", filter).ShouldBe(new Dictionary<WorkflowExecutionStatus, int> { [WorkflowExecutionStatus.Running] = 2 });

        index.Upsert(Records.Run("a", 0, 5));
        index.Upsert(Records.Run("b", 0, 5));
        index.Upsert(Records.Run("d", 0, 5));
        index.Delete("default", "c", run.RunId);

        index.Count("default", filter).ShouldBe(new Dictionary<WorkflowExecutionStatus, int> { [WorkflowExecutionStatus.Completed] = 2 });
    }

    [Fact]
    public void Count_OfMoreFiltersThanAreRemembered_IsRight()
    {
        var catalog = Records.Catalog();
        var index = Records.Index(catalog, [.. Enumerable.Range(0, 40).Select(i => Records.Run($"w{i:00}"))]);

        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 40; i++) index.Count("default", Records.Filter($"WorkflowId < 'w{i:00}'", catalog)).Values.Sum().ShouldBe(i);
        }
    }
}
