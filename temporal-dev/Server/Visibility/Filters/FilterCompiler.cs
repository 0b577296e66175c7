using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Visibility.Filters;

/// <summary>Turns a parsed filter into a condition, checking names, operators and values against the namespace's attributes.</summary>
internal sealed class FilterCompiler(string @namespace, ISearchAttributeCatalog catalog)
{
    private const string Division = "TemporalNamespaceDivision";

    private static readonly HashSet<string> KnownOperators = new(StringComparer.Ordinal) { "=", "!=", "<", ">", "<=", ">=", "in", "not in", "starts_with", "not starts_with" };
    private static readonly HashSet<string> ListOperators = new(StringComparer.Ordinal) { "=", "!=", "in", "not in" };
    private static readonly HashSet<string> TextOperators = new(StringComparer.Ordinal) { "=", "!=" };

    private readonly SortedSet<string> _attributes = new(StringComparer.Ordinal);
    private bool _asksForDivision;

    /// <summary>Compiles a filter of a list.</summary>
    /// <exception cref="Grpc.GrpcException">INVALID_ARGUMENT, saying what the filter does wrong.</exception>
    public RunFilter List(FilterQuery query)
    {
        var filter = Where(query);
        return query.GroupBy.Count > 0 ? throw FilterError.Unsupported("'group by' clause") : filter;
    }

    /// <summary>Compiles a filter of a count.</summary>
    /// <returns>The filter, and whether to count by status.</returns>
    /// <exception cref="Grpc.GrpcException">INVALID_ARGUMENT, saying what the filter does wrong.</exception>
    public (RunFilter Filter, bool ByStatus) Count(FilterQuery query) => (Where(query), query.GroupBy.Count > 0);

    private RunFilter Where(FilterQuery query)
    {
        // An attribute of the namespace's own by that name comes first.
        if (query.Where is { } asked && !catalog.TryGetType(@namespace, ScheduleIds.Name, out _)) query = query with { Where = ScheduleIds.AsWorkflowIds(asked) };
        if (query.HasLimit) throw FilterError.Unsupported("'limit' clause");
        var condition = query.Where is null ? static _ => true : Compile(query.Where);
        if (query.GroupBy.Count > 1) throw FilterError.Unsupported("'group by' clause supports only a single field");
        if (query.GroupBy.Count == 1 && Attribute(query.GroupBy[0]).Name != "ExecutionStatus")
            throw FilterError.Unsupported("'group by' clause is only supported for ExecutionStatus search attribute");
        if (query.HasOrderBy) throw FilterError.Unsupported("'order by' clause");
        // What the server runs for itself shows only where it is asked for.
        if (!_asksForDivision) condition = FilterLogic.And(condition, static run => run.Value(Division) is null);
        return new(condition, FilterKeys.Of(query.Where, @namespace, catalog), $"{query.Where} [{string.Join(' ', _attributes)}]");
    }

    private FilterCondition Compile(FilterExpression expression) => expression switch
    {
        AndExpression both => FilterLogic.And(Compile(both.Left), Compile(both.Right)),
        OrExpression either => FilterLogic.Or(Compile(either.Left), Compile(either.Right)),
        NotExpression not => FilterLogic.Not(Compile(not.Inner)),
        ParenthesisExpression group => Compile(group.Inner),
        ComparisonExpression comparison => Comparison(comparison),
        RangeExpression range => Range(range),
        IsExpression test => Is(test),
        NameExpression => throw FilterError.Invalid("incomplete expression"),
        ForeignExpression { GoKind: "*sqlparser.FuncExpr" } => throw FilterError.Unsupported("function expression"),
        _ => throw FilterError.Unsupported($"expression of type {expression.Kind}"),
    };

    private FilterCondition Comparison(ComparisonExpression comparison)
    {
        if (!KnownOperators.Contains(comparison.Operator)) throw FilterError.Invalid($"invalid operator '{comparison.Operator}' in `{comparison}`");
        var (name, type) = Attribute(comparison.Left);
        var values = Operands(comparison.Right, name, type);
        var allowed = type switch
        {
            IndexedValueType.KeywordList => ListOperators,
            IndexedValueType.Text => TextOperators,
            _ => KnownOperators,
        };
        if (!allowed.Contains(comparison.Operator))
            throw FilterError.Invalid($"operator '{comparison.Operator}' not supported for {type} type search attribute in `{comparison}`");
        if (comparison.Operator.EndsWith("starts_with", StringComparison.Ordinal) && values[0] is not string)
            throw FilterError.Invalid($"right-hand side of '{comparison.Operator}' must be a literal string (got: {comparison.Right})");
        return FilterOperators.Of(name, type, comparison.Operator, values);
    }

    private FilterCondition Range(RangeExpression range)
    {
        var (name, type) = Attribute(range.Left);
        if (type is IndexedValueType.KeywordList or IndexedValueType.Text)
            throw FilterError.Invalid($"cannot do range condition on search attribute '{name}' of type {type}");
        var (from, to) = (Operands(range.From, name, type), Operands(range.To, name, type));
        var inside = FilterLogic.And(FilterOperators.Of(name, type, ">=", from), FilterOperators.Of(name, type, "<=", to));
        return range.Negated ? FilterLogic.Not(inside) : inside;
    }

    private FilterCondition Is(IsExpression test)
    {
        var (name, _) = Attribute(test.Inner);
        if (test.What != "null") throw FilterError.Invalid("'IS' operator can only be used with 'NULL' or 'NOT NULL'");
        return run => run.Value(name) is null != test.Negated;
    }

    private (string Name, IndexedValueType Type) Attribute(FilterExpression expression)
    {
        if (expression is not NameExpression { Name: var name }) throw FilterError.Invalid($"must be a column name but was {expression.Kind}");
        if (!catalog.TryGetType(@namespace, name, out var type)) throw FilterError.Invalid($"column name '{name}' is not a valid search attribute");
        _asksForDivision |= name == Division;
        _attributes.Add($"{name}:{type}");
        return (name, type);
    }

    private static List<object> Operands(FilterExpression expression, string name, IndexedValueType type) => expression switch
    {
        LiteralExpression { Value: { } value } => [FilterValue.Of(value, name, type)],
        ListExpression list => [.. list.Items.SelectMany(item => Operands(item, name, type))],
        UnreadableExpression => throw FilterError.Invalid($"unable to parse {expression}"),
        NameExpression => throw FilterError.Unsupported($"column name on the right side of comparison expression (did you forget to quote '{expression}'?)"),
        ForeignExpression { GoKind: "*sqlparser.FuncExpr" } => throw FilterError.Unsupported("nested func"),
        _ => throw FilterError.Invalid($"unexpected value type {expression.Kind}"),
    };
}
