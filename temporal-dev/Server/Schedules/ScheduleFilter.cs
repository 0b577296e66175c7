using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Visibility;
using Gauntlet.Temporal.Server.Visibility.Filters;

namespace Gauntlet.Temporal.Server.Schedules;

/// <summary>Turns a filter of schedules into one of the records that show them.</summary>
internal static class ScheduleFilter
{
    private static readonly ComparisonExpression InDivision =
        new(new NameExpression("TemporalNamespaceDivision"), "=", new LiteralExpression(ScheduleRecord.Division, ScheduleRecord.Division));

    /// <summary>The filter of records.</summary>
    /// <exception cref="GrpcException">INVALID_ARGUMENT.</exception>
    public static RunFilter Of(string @namespace, string query, ISearchAttributeCatalog catalog)
    {
        var parsed = FilterParser.Parse(query);
        var where = parsed.Where is null ? InDivision : (FilterExpression)new AndExpression(Rewrite(parsed.Where, @namespace, catalog), InDivision);
        return new FilterCompiler(@namespace, catalog).List(parsed with { Where = where });
    }

    private static FilterExpression Rewrite(FilterExpression expression, string @namespace, ISearchAttributeCatalog catalog)
    {
        FilterExpression Inner(FilterExpression inner) => Rewrite(inner, @namespace, catalog);
        return expression switch
        {
            AndExpression both => new AndExpression(Inner(both.Left), Inner(both.Right)),
            OrExpression either => new OrExpression(Inner(either.Left), Inner(either.Right)),
            NotExpression not => new NotExpression(Inner(not.Inner)),
            ParenthesisExpression group => new ParenthesisExpression(Inner(group.Inner)),
            ComparisonExpression { Left: NameExpression { Name: "ScheduleId" } } comparison =>
                new ComparisonExpression(new NameExpression("WorkflowId"), comparison.Operator, Known(comparison.Right)),
            ComparisonExpression { Left: NameExpression name } => Checked(expression, name, @namespace, catalog),
            RangeExpression { Left: NameExpression name } => Checked(expression, name, @namespace, catalog),
            IsExpression { Inner: NameExpression name } => Checked(expression, name, @namespace, catalog),
            _ => expression,
        };
    }

    private static FilterExpression Checked(FilterExpression expression, NameExpression name, string @namespace, ISearchAttributeCatalog catalog) =>
        catalog.TryGetType(@namespace, name.Name, out _)
            ? expression
            : throw new GrpcException(GrpcStatusCode.InvalidArgument, $"Namespace {@namespace} has no mapping defined for search attribute {name.Name}");

    // A schedule's id, as the record knows it.
    private static FilterExpression Known(FilterExpression value) => value switch
    {
        LiteralExpression { Value: string id } => new LiteralExpression(ScheduleRecord.WorkflowId(id), ScheduleRecord.WorkflowId(id)),
        ListExpression list => new ListExpression([.. list.Items.Select(Known)]),
        _ => value,
    };
}
