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
        if (parsed.Where is { } asked) ScheduleFilterCheck.Check(asked, name => catalog.TryGetType(@namespace, name, out _), @namespace);
        var where = parsed.Where is null ? InDivision : (FilterExpression)new AndExpression(parsed.Where, InDivision);
        return new FilterCompiler(@namespace, catalog).List(parsed with { Where = where });
    }
}
