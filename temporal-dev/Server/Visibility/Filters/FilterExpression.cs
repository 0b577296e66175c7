namespace Gauntlet.Temporal.Server.Visibility.Filters;

/// <summary>A node of a parsed filter; its text is the filter's own in normal form, as error messages quote it.</summary>
internal abstract record FilterExpression
{
    /// <summary>What the real server's parser calls such a node; clients see it in error messages.</summary>
    public abstract string Kind { get; }
}

/// <summary>Both sides hold.</summary>
internal sealed record AndExpression(FilterExpression Left, FilterExpression Right) : FilterExpression
{
    public override string Kind => "*sqlparser.AndExpr";

    public override string ToString() => $"{Left} and {Right}";
}

/// <summary>At least one side holds.</summary>
internal sealed record OrExpression(FilterExpression Left, FilterExpression Right) : FilterExpression
{
    public override string Kind => "*sqlparser.OrExpr";

    public override string ToString() => $"{Left} or {Right}";
}

/// <summary>The inner one does not hold.</summary>
internal sealed record NotExpression(FilterExpression Inner) : FilterExpression
{
    public override string Kind => "*sqlparser.NotExpr";

    public override string ToString() => $"not {Inner}";
}

/// <summary>Something in parentheses.</summary>
internal sealed record ParenthesisExpression(FilterExpression Inner) : FilterExpression
{
    public override string Kind => "*sqlparser.ParenExpr";

    public override string ToString() => $"({Inner})";
}

/// <summary>An attribute by its name.</summary>
internal sealed record NameExpression(string Name) : FilterExpression
{
    public override string Kind => "*sqlparser.ColName";

    public override string ToString() => Name;
}

/// <summary>A text, number or truth value; <see cref="Value"/> is a string, long, double, bool, or null for <c>NULL</c>.</summary>
internal sealed record LiteralExpression(object? Value, string Written) : FilterExpression
{
    public override string Kind => Value switch
    {
        bool => "sqlparser.BoolVal",
        null => "*sqlparser.NullVal",
        _ => "*sqlparser.SQLVal",
    };

    public override string ToString() => Value is string text ? $"'{text.Replace("'", "\\'", StringComparison.Ordinal)}'" : Written;
}

/// <summary>A number that has no value here: hexadecimal, or a placeholder.</summary>
internal sealed record UnreadableExpression(string Written) : FilterExpression
{
    public override string Kind => "*sqlparser.SQLVal";

    public override string ToString() => Written;
}

/// <summary>Values in parentheses behind <c>IN</c>.</summary>
internal sealed record ListExpression(IReadOnlyList<FilterExpression> Items) : FilterExpression
{
    public override string Kind => "sqlparser.ValTuple";

    public override string ToString() => $"({string.Join(", ", Items)})";
}

/// <summary>A function call, or arithmetic: understood by the parser, never allowed.</summary>
internal sealed record ForeignExpression(string GoKind, string Written) : FilterExpression
{
    public override string Kind => GoKind;

    public override string ToString() => Written;
}

/// <summary>A comparison; the operator in lower case.</summary>
internal sealed record ComparisonExpression(FilterExpression Left, string Operator, FilterExpression Right) : FilterExpression
{
    public override string Kind => "*sqlparser.ComparisonExpr";

    public override string ToString() => $"{Left} {Operator} {Right}";
}

/// <summary>A test for lying between two values, both included.</summary>
internal sealed record RangeExpression(FilterExpression Left, bool Negated, FilterExpression From, FilterExpression To) : FilterExpression
{
    public override string Kind => "*sqlparser.RangeCond";

    public override string ToString() => $"{Left} {(Negated ? "not between" : "between")} {From} and {To}";
}

/// <summary>A test by <c>IS</c> or <c>IS NOT</c>; what follows in lower case.</summary>
internal sealed record IsExpression(FilterExpression Inner, bool Negated, string What) : FilterExpression
{
    public override string Kind => "*sqlparser.IsExpr";

    public override string ToString() => $"{Inner} {(Negated ? "is not" : "is")} {What}";
}
