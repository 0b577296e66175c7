using Gauntlet.Temporal.Server.Visibility;
using Gauntlet.Temporal.Server.Visibility.Attributes;

namespace Gauntlet.Temporal.Server.Tests.Visibility;

// Runs and answers as recorded from the real server 1.29.1 (conformance kit, scenarios visibility.*).
public sealed class FilterTests
{
    private readonly SearchAttributeCatalog _catalog = Records.Catalog();
    private readonly VisibilityIndex _index;

    public FilterTests() => _index = Records.Index(
        _catalog,
        Records.Run("one", 1, null, ("CkInt", "1"), ("CkDouble", "1.5"), ("CkBool", "true"), ("CkText", "\"the quick brown fox\""), ("CkKeywordList", "[\"red\",\"green\"]"), ("CkDatetime", "\"2024-01-01T00:00:00Z\"")),
        Records.Run("two", 2, null, ("CkInt", "2"), ("CkDouble", "2.5"), ("CkBool", "false"), ("CkText", "\"a lazy dog\""), ("CkKeywordList", "[\"blue\"]"), ("CkDatetime", "\"2024-06-01T00:00:00Z\"")),
        Records.Run("three", 3, null, ("CkInt", "3"), ("CkDouble", "-1"), ("CkText", "\"Quick thinking\""), ("CkDatetime", "\"2025-01-01T00:00:00Z\"")),
        Records.Run("none", 4));

    [Theory]
    [InlineData("CkInt = 2", "two")]
    [InlineData("CkInt != 2", "one three")]
    [InlineData("CkInt > 1", "three two")]
    [InlineData("CkInt >= 2", "three two")]
    [InlineData("CkInt < 2", "one")]
    [InlineData("CkInt <= 2", "one two")]
    [InlineData("CkInt BETWEEN 2 AND 3", "three two")]
    [InlineData("CkInt NOT BETWEEN 2 AND 3", "one")]
    [InlineData("CkInt IN (1, 3)", "one three")]
    [InlineData("CkInt NOT IN (1, 3)", "two")]
    [InlineData("CkInt IS NULL", "none")]
    [InlineData("CkInt IS NOT NULL", "one three two")]
    [InlineData("CkDouble > 1.5", "two")]
    [InlineData("CkDouble < 0", "three")]
    [InlineData("CkInt = \"2\"", "two")]
    [InlineData("CkInt > 1.5", "three two")]
    [InlineData("CkInt = \"abc\"", "")]
    [InlineData("CkBool = \"true\"", "")]
    [InlineData("CkBool = 1", "one")]
    [InlineData("CkBool = false", "two")]
    [InlineData("CkInt STARTS_WITH \"1\"", "one")]
    public void Comparison_OfNumbers_IsTheRealServers(string filter, string expected) => Find(filter).ShouldBe(expected);

    [Theory]
    [InlineData("CkKeywordList = \"red\"", "one")]
    [InlineData("CkKeywordList IN (\"green\", \"blue\")", "one two")]
    [InlineData("CkKeywordList != \"red\"", "none three two")]
    [InlineData("CkKeywordList NOT IN (\"red\")", "none three two")]
    [InlineData("CkKeywordList IS NULL", "none three")]
    [InlineData("CkText = \"quick\"", "one three")]
    [InlineData("CkText = \"dog fox\"", "one two")]
    [InlineData("CkText != \"quick\"", "none two")]
    [InlineData("CkText = \"qui\"", "")]
    [InlineData("CkText IS NULL", "none")]
    public void Comparison_OfListsAndText_IsTheRealServers(string filter, string expected) => Find(filter).ShouldBe(expected);

    [Theory]
    [InlineData("(CkInt = 1 OR CkInt = 2)", "one two")]
    [InlineData("CkInt = 1 OR CkInt = 2 AND CkBool = false", "one two")]
    [InlineData("NOT CkInt = 1", "three two")]
    [InlineData("NOT (CkInt = 1 OR CkInt = 2)", "three")]
    [InlineData("(CkInt = 1 or CkInt = 3) and not CkInt = 3", "one")]
    [InlineData("`CkInt` = 1", "one")]
    [InlineData("CkText = 'dog'", "two")]
    [InlineData("CkInt = 1 -- and no more", "one")]
    [InlineData("", "none one three two")]
    public void Logic_OfConditions_IsTheRealServers(string filter, string expected) => Find(filter).ShouldBe(expected);

    [Theory]
    [InlineData("WorkflowId STARTS_WITH 't'", "three two")]
    [InlineData("WorkflowId NOT STARTS_WITH 't'", "none one")]
    [InlineData("WorkflowId BETWEEN 'o' AND 'tz'", "one three two")]
    [InlineData("WorkflowType = 'Flow' AND TaskQueue != 'queue'", "")]
    [InlineData("StartTime > '2026-01-01T00:00:02Z'", "none three")]
    [InlineData("StartTime <= '2026-01-01T01:00:02+01:00'", "one two")]
    [InlineData("StartTime = 1767225602000000000", "two")]
    [InlineData("CkDatetime BETWEEN '2024-05-01T00:00:00Z' AND '2024-07-01T00:00:00Z'", "two")]
    [InlineData("ExecutionStatus = 'Running' AND CloseTime IS NULL AND HistoryLength IS NULL", "none one three two")]
    [InlineData("ExecutionStatus = 1", "none one three two")]
    [InlineData("ExecutionStatus IN ('Completed', 'Failed')", "")]
    public void Comparison_OfSystemAttributes_SeesTheRun(string filter, string expected) => Find(filter).ShouldBe(expected);

    [Theory]
    [InlineData("ExecutionDuration = '90s'")]
    [InlineData("ExecutionDuration = '1m30s'")]
    [InlineData("ExecutionDuration = '00:01:30'")]
    [InlineData("ExecutionDuration = 90000000000")]
    [InlineData("ExecutionDuration > '1.4m' AND HistoryLength = 5")]
    public void ExecutionDuration_InAnyForm_IsUnderstood(string filter)
    {
        _index.Upsert(Records.Run("done", 10, 100));

        Find(filter).ShouldBe("done");
    }

    [Fact]
    public void TemporalNamespaceDivision_NotAskedFor_IsHidden()
    {
        _index.Upsert(Records.Run("schedule", 5, null, ("TemporalNamespaceDivision", "\"TemporalScheduler\"")));

        Find("WorkflowId = 'schedule'").ShouldBe(string.Empty);
        Find("TemporalNamespaceDivision = 'TemporalScheduler'").ShouldBe("schedule");
    }

    private string Find(string filter) => string.Join(' ', Records.Ids(_index.Find("default", Records.Filter(filter, _catalog))).Order(StringComparer.Ordinal));
}
