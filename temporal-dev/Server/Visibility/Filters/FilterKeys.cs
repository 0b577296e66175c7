namespace Gauntlet.Temporal.Server.Visibility.Filters;

/// <summary>Finds in a filter what each run that it lets through must have: keywords that are compared for equality and joined by AND.</summary>
internal static class FilterKeys
{
    /// <summary>The keys; none where the filter has no such part.</summary>
    public static IReadOnlyList<RunAttribute> Of(FilterExpression? filter, string @namespace, ISearchAttributeCatalog catalog) => filter switch
    {
        AndExpression both => [.. Of(both.Left, @namespace, catalog), .. Of(both.Right, @namespace, catalog)],
        ParenthesisExpression group => Of(group.Inner, @namespace, catalog),
        ComparisonExpression { Operator: "=", Left: NameExpression { Name: var name }, Right: LiteralExpression { Value: string value } }
            when catalog.TryGetType(@namespace, name, out var type) && IndexedRun.IsKey(name, type) => [new(name, value)],
        _ => [],
    };
}
