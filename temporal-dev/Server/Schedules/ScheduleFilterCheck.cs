using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Visibility.Attributes;
using Gauntlet.Temporal.Server.Visibility.Filters;

namespace Gauntlet.Temporal.Server.Schedules;

/// <summary>Refuses filters of schedules that say what they must not, in the real server's words: they differ from those about filters of runs.</summary>
internal static class ScheduleFilterCheck
{
    /// <summary>Name that filters give a schedule's id.</summary>
    public const string ScheduleId = ScheduleIds.Name;

    private static readonly HashSet<string> OwnNames = new(StringComparer.Ordinal) { ScheduleId, "TemporalSchedulePaused" };
    private static readonly HashSet<string> Operators = new(StringComparer.Ordinal) { "=", "!=", "<", ">", "<=", ">=", "in", "not in", "starts_with", "not starts_with" };
    private static readonly HashSet<string> NamesOfRuns =
        new(SystemSearchAttributes.OfRuns.Concat(SystemSearchAttributes.Predefined).Select(static one => one.Key), StringComparer.Ordinal) { "RunId", "TemporalNamespaceDivision" };

    /// <summary>Refuses the filter.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="isKnown">Whether the namespace has a search attribute.</param>
    /// <param name="namespace">Name of the namespace.</param>
    /// <exception cref="GrpcException">INVALID_ARGUMENT.</exception>
    public static void Check(FilterExpression filter, Func<string, bool> isKnown, string @namespace)
    {
        // Only where all of it can be understood do the names matter.
        foreach (var name in Names(filter).ToList())
        {
            if (OwnNames.Contains(name)) continue;
            if (NamesOfRuns.Contains(name)) throw Refusal.Invalid($"invalid query filter for schedules: cannot filter on \"{name}\"");
            if (!isKnown(name)) throw Refusal.Invalid($"Namespace {@namespace} has no mapping defined for search attribute {name}");
        }
    }

    private static IEnumerable<string> Names(FilterExpression expression) => expression switch
    {
        AndExpression both => Names(both.Left).Concat(Names(both.Right)),
        OrExpression either => Names(either.Left).Concat(Names(either.Right)),
        ParenthesisExpression group => Names(group.Inner),
        ComparisonExpression comparison => [Comparison(comparison)],
        RangeExpression range => [Left(range.Left, range)],
        IsExpression test => [Is(test)],
        NameExpression => throw Unconvertible("incomplete expression"),
        NotExpression => throw Unconvertible("operation is not supported: 'not' expression"),
        _ => throw Unconvertible($"operation is not supported: expression of type {expression.Kind}"),
    };

    private static string Comparison(ComparisonExpression comparison)
    {
        if (!Operators.Contains(comparison.Operator)) throw Unconvertible($"operator '{comparison.Operator}' not allowed in comparison expression");
        var name = Left(comparison.Left, comparison);
        var fault = comparison.Right switch
        {
            NameExpression => $"operation is not supported: column name on the right side of comparison expression (did you forget to quote \"{comparison.Right}\"?)",
            ForeignExpression { GoKind: "*sqlparser.FuncExpr" } => "operation is not supported: nested func",
            LiteralExpression { Value: null } => $"invalid expression: unexpected value type {comparison.Right.Kind}",
            _ => null,
        };
        return fault is null ? name : throw Unconvertible($"unable to convert right side of \"{comparison}\": {fault}");
    }

    private static string Is(IsExpression test)
    {
        if (test.What != "null") throw Unconvertible("invalid expression: 'is' operator can be used with 'null' and 'not null' only");
        return Left(test.Inner, test);
    }

    private static string Left(FilterExpression left, FilterExpression whole) => left is NameExpression { Name: var name }
        ? name
        : throw Unconvertible($"unable to convert left side of \"{whole}\": invalid expression: must be a column name but was {left.Kind}");

    private static GrpcException Unconvertible(string why) => FilterError.Of($"unable to convert filter expression: {why}");
}
