using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Visibility;
using Gauntlet.Temporal.Server.Visibility.Filters;

namespace Gauntlet.Temporal.Server.Schedules;

/// <summary>Turns a filter of schedules into one of the records that show them.</summary>
internal static class ScheduleFilter
{
    private static readonly NameExpression RecordId = new("WorkflowId");

    private static readonly ComparisonExpression InDivision =
        new(new NameExpression("TemporalNamespaceDivision"), "=", new LiteralExpression(ScheduleRecord.Division, ScheduleRecord.Division));

    /// <summary>The filter of records.</summary>
    /// <exception cref="GrpcException">INVALID_ARGUMENT.</exception>
    public static RunFilter Of(string @namespace, string query, ISearchAttributeCatalog catalog)
    {
        var parsed = FilterParser.Parse(query);
        if (parsed.Where is { } asked) ScheduleFilterCheck.Check(asked, name => catalog.TryGetType(@namespace, name, out _), @namespace);
        var where = parsed.Where is null ? InDivision : (FilterExpression)new AndExpression(Rewrite(parsed.Where), InDivision);
        return new FilterCompiler(@namespace, catalog).List(parsed with { Where = where });
    }

    private static FilterExpression Rewrite(FilterExpression expression) => expression switch
    {
        AndExpression both => new AndExpression(Rewrite(both.Left), Rewrite(both.Right)),
        OrExpression either => new OrExpression(Rewrite(either.Left), Rewrite(either.Right)),
        ParenthesisExpression group => new ParenthesisExpression(Rewrite(group.Inner)),
        ComparisonExpression { Left: NameExpression { Name: ScheduleFilterCheck.ScheduleId } } comparison => comparison with { Left = RecordId, Right = Known(comparison.Right) },
        RangeExpression { Left: NameExpression { Name: ScheduleFilterCheck.ScheduleId } } range => range with { Left = RecordId, From = Known(range.From), To = Known(range.To) },
        IsExpression { Inner: NameExpression { Name: ScheduleFilterCheck.ScheduleId } } test => test with { Inner = RecordId },
        _ => expression,
    };

    // A schedule's id, as the record knows it.
    private static FilterExpression Known(FilterExpression value) => value switch
    {
        LiteralExpression { Value: string id } => new LiteralExpression(ScheduleRecord.WorkflowId(id), ScheduleRecord.WorkflowId(id)),
        ListExpression list => new ListExpression([.. list.Items.Select(Known)]),
        _ => value,
    };
}
