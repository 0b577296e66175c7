using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Visibility.Filters;

namespace Gauntlet.Temporal.Server.Tests.Visibility;

// Texts as recorded from the real server 1.29.1 (conformance kit, visibility.errors-of-queries and visibility.keyword-lists-and-text).
public sealed class FilterErrorTests
{
    [Theory]
    [InlineData("WorkflowId =", "malformed SQL query: syntax error at position 40")]
    [InlineData("WorkflowId = \"abc", "malformed SQL query: syntax error at position 45 near 'abc'")]
    [InlineData("(WorkflowId = \"a\"", "malformed SQL query: syntax error at position 45")]
    [InlineData("WorkflowId = \"a\"; DROP TABLE x", "malformed SQL query: syntax error at position 50 near 'drop'")]
    [InlineData("SELECT * FROM x", "malformed SQL query: syntax error at position 34 near 'select'")]
    [InlineData("WorkflowId == \"a\"", "malformed SQL query: syntax error at position 41")]
    [InlineData("WorkflowId = \"a\" AND", "malformed SQL query: syntax error at position 48")]
    [InlineData("WorkflowId IN ()", "malformed SQL query: syntax error at position 44")]
    [InlineData("WorkflowId ! = \"a\"", "malformed SQL query: syntax error at position 40")]
    [InlineData("Custom Keyword = \"a\"", "malformed SQL query: syntax error at position 42 near 'Keyword'")]
    public void Parse_BadSyntax_SaysWhere(string filter, string text) => Refusal(filter).ShouldBe($"invalid query: {text}");

    [Theory]
    [InlineData("Nowhere = 1", "column name 'Nowhere' is not a valid search attribute")]
    [InlineData("WorkflowId", "incomplete expression")]
    [InlineData("WorkflowId LIKE \"a%\"", "invalid operator 'like' in `WorkflowId like 'a%'`")]
    [InlineData("WorkflowId REGEXP \"a\"", "invalid operator 'regexp' in `WorkflowId regexp 'a'`")]
    [InlineData("upper(WorkflowId) = \"A\"", "must be a column name but was *sqlparser.FuncExpr")]
    [InlineData("5 = 5", "must be a column name but was *sqlparser.SQLVal")]
    [InlineData("(WorkflowId) = \"a\"", "must be a column name but was *sqlparser.ParenExpr")]
    [InlineData("CkBool IS TRUE", "'IS' operator can only be used with 'NULL' or 'NOT NULL'")]
    [InlineData("WorkflowId = NULL", "unexpected value type *sqlparser.NullVal")]
    [InlineData("WorkflowId IN (SELECT x)", "unexpected value type *sqlparser.Subquery")]
    [InlineData("HistoryLength > 5 + 5", "unexpected value type *sqlparser.BinaryExpr")]
    [InlineData("WorkflowId STARTS_WITH 5", "right-hand side of 'starts_with' must be a literal string (got: 5)")]
    [InlineData("CkKeywordList STARTS_WITH \"re\"", "operator 'starts_with' not supported for KeywordList type search attribute in `CkKeywordList starts_with 're'`")]
    [InlineData("CkText > \"a\"", "operator '>' not supported for Text type search attribute in `CkText > 'a'`")]
    [InlineData("CkText IN (\"dog\")", "operator 'in' not supported for Text type search attribute in `CkText in ('dog')`")]
    [InlineData("CkKeywordList BETWEEN \"a\" AND \"b\"", "cannot do range condition on search attribute 'CkKeywordList' of type KeywordList")]
    [InlineData("StartTime > \"2024-01-01\"", "unable to parse datetime '2024-01-01'")]
    [InlineData("ExecutionStatus = \"running\"", "invalid ExecutionStatus value 'running'")]
    public void Compile_BadExpression_SaysWhat(string filter, string text) => Refusal(filter).ShouldBe($"invalid query: invalid expression: {text}");

    [Theory]
    [InlineData("WorkflowId = abc", "column name on the right side of comparison expression (did you forget to quote 'abc'?)")]
    [InlineData("WorkflowId = upper(\"a\")", "nested func")]
    [InlineData("upper(\"a\")", "function expression")]
    [InlineData("TRUE", "expression of type sqlparser.BoolVal")]
    [InlineData("WorkflowId = \"a\" ORDER BY StartTime", "'order by' clause")]
    [InlineData("WorkflowId = \"a\" LIMIT 1", "'limit' clause")]
    [InlineData("GROUP BY ExecutionStatus", "'group by' clause")]
    public void Compile_OtherSql_IsNotSupported(string filter, string text) => Refusal(filter).ShouldBe($"invalid query: operation is not supported: {text}");

    [Fact]
    public void Compile_BadDuration_NamesTheAttribute() =>
        Refusal("ExecutionDuration > \"soon\"").ShouldBe("invalid query: invalid value for search attribute ExecutionDuration: soon (invalid duration)");

    [Theory]
    [InlineData("GROUP BY WorkflowType", "'group by' clause is only supported for ExecutionStatus search attribute")]
    [InlineData("GROUP BY ExecutionStatus, WorkflowType", "'group by' clause supports only a single field")]
    public void Count_OtherGroups_AreNotSupported(string filter, string text) =>
        Should.Throw<GrpcException>(() => new FilterCompiler("default", Records.Catalog()).Count(FilterParser.Parse(filter)))
            .Detail.ShouldBe($"invalid query: operation is not supported: {text}");

    private static string Refusal(string filter)
    {
        var error = Should.Throw<GrpcException>(() => Records.Filter(filter, Records.Catalog()));
        error.Code.ShouldBe(GrpcStatusCode.InvalidArgument);
        return error.Detail;
    }
}
