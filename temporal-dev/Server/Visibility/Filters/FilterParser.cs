using System.Collections.Frozen;
using System.Globalization;

namespace Gauntlet.Temporal.Server.Visibility.Filters;

/// <summary>Parses list filters: comparisons, IN, BETWEEN, STARTS_WITH, IS NULL, joined by AND, OR, NOT and parentheses.</summary>
internal sealed class FilterParser
{
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "select", "from", "where", "drop", "table", "insert", "update", "delete", "create", "alter", "set", "values", "into", "and", "or", "not", "order",
        "group", "by", "limit", "having", "union", "as", "on", "join", "left", "right", "when", "then", "else", "end", "between", "like", "regexp", "rlike",
        "in", "is", "null", "true", "false", "exists", "case", "starts_with", "distinct", "asc", "desc",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> ComparisonSymbols = new[] { "=", "<", ">", "<=", ">=", "!=", "<>", "<=>" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> ArithmeticSymbols = new[] { "+", "-", "*", "/" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly FilterLexer _lexer;
    private readonly int _prefix;
    private FilterToken _token;

    private FilterParser(string filter, bool hasWhere)
    {
        _lexer = new(filter);
        // "select * from table1 where " and the same without "where ".
        _prefix = hasWhere ? 27 : 21;
        _token = _lexer.Next();
    }

    /// <summary>Parses a filter; blank text asks for everything.</summary>
    /// <exception cref="Grpc.GrpcException">INVALID_ARGUMENT with the position of what is wrong.</exception>
    public static FilterQuery Parse(string filter)
    {
        var text = filter.Trim();
        var hasWhere = text.Length > 0 && !Starts(text, "order by") && !Starts(text, "group by");
        var parser = new FilterParser(text, hasWhere);
        return parser.Query(hasWhere);
    }

    /// <summary>True if a word of that text cannot be a name.</summary>
    public static bool IsReserved(FilterToken token) => Reserved.Contains(token.Text);

    private FilterQuery Query(bool hasWhere)
    {
        var where = hasWhere ? Expression() : null;
        IReadOnlyList<FilterExpression> groups = Clause("group") ? Values() : [];
        var hasOrder = Clause("order");
        if (hasOrder) Orders();
        var hasLimit = TakeWord("limit");
        if (hasLimit) Values();
        TakeSymbol(";");
        return _token.Kind == FilterTokenKind.End ? new(where, groups, hasOrder, hasLimit) : throw Syntax();
    }

    private void Orders()
    {
        do
        {
            Value();
            if (!TakeWord("asc")) TakeWord("desc");
        }
        while (TakeSymbol(","));
    }

    private FilterExpression Expression()
    {
        var left = Conjunction();
        while (TakeWord("or") || TakeSymbol("||")) left = new OrExpression(left, Conjunction());
        return left;
    }

    private FilterExpression Conjunction()
    {
        var left = Negation();
        while (TakeWord("and") || TakeSymbol("&&")) left = new AndExpression(left, Negation());
        return left;
    }

    private FilterExpression Negation() => TakeWord("not") ? new NotExpression(Negation()) : Condition();

    private FilterExpression Condition()
    {
        var left = Value();
        if (_token.Kind == FilterTokenKind.Symbol && ComparisonSymbols.Contains(_token.Text)) return new ComparisonExpression(left, Symbol(), Value());
        if (TakeWord("is")) return Is(left);
        var not = TakeWord("not") ? "not " : string.Empty;
        if (TakeWord("between")) return Range(left, not.Length > 0);
        if (TakeWord("in")) return new ComparisonExpression(left, $"{not}in", List());
        if (TakeWord("like")) return new ComparisonExpression(left, $"{not}like", Value());
        if (TakeWord("regexp") || TakeWord("rlike")) return new ComparisonExpression(left, $"{not}regexp", Value());
        if (TakeWord("starts_with")) return new ComparisonExpression(left, $"{not}starts_with", Value());
        return not.Length == 0 ? left : throw Syntax();
    }

    // "<>" is another spelling of "!=".
    private string Symbol()
    {
        var symbol = _token.Text == "<>" ? "!=" : _token.Text;
        Advance();
        return symbol;
    }

    private IsExpression Is(FilterExpression left)
    {
        var not = TakeWord("not");
        foreach (var what in (ReadOnlySpan<string>)["null", "true", "false"])
        {
            if (TakeWord(what)) return new(left, not, what);
        }

        throw Syntax();
    }

    private RangeExpression Range(FilterExpression left, bool negated)
    {
        var from = Value();
        return TakeWord("and") ? new(left, negated, from, Value()) : throw Syntax();
    }

    private FilterExpression List()
    {
        if (!TakeSymbol("(")) throw Syntax();
        var list = _token.IsWord("select") ? (FilterExpression)Subquery() : new ListExpression(Values());
        return TakeSymbol(")") ? list : throw Syntax();
    }

    private List<FilterExpression> Values()
    {
        var values = new List<FilterExpression>();
        do values.Add(Value());
        while (TakeSymbol(","));
        return values;
    }

    private FilterExpression Value()
    {
        var left = Primary();
        while (_token.Kind == FilterTokenKind.Symbol && ArithmeticSymbols.Contains(_token.Text))
        {
            var sign = Symbol();
            left = new ForeignExpression("*sqlparser.BinaryExpr", $"{left} {sign} {Primary()}");
        }

        return left;
    }

    private FilterExpression Primary()
    {
        var token = _token;
        Advance();
        switch (token.Kind)
        {
            case FilterTokenKind.Text:
                return new LiteralExpression(token.Text, token.Text);
            case FilterTokenKind.Number:
                return Number(token.Text);
            case FilterTokenKind.Unreadable:
                return new UnreadableExpression(token.Text);
            case FilterTokenKind.QuotedName:
                return Name(token.Text);
            case FilterTokenKind.Symbol when token.Text == "-" && _token.Kind == FilterTokenKind.Number:
                return Number($"-{Take().Text}");
            case FilterTokenKind.Symbol when token.Text == "(":
                var inner = Expression();
                return TakeSymbol(")") ? new ParenthesisExpression(inner) : throw Syntax();
            case FilterTokenKind.Word:
                return Word(token);
            default:
                throw FilterError.Syntax(token, _prefix);
        }
    }

    private FilterExpression Word(FilterToken token)
    {
        if (token.IsWord("true") || token.IsWord("false")) return new LiteralExpression(token.IsWord("true"), token.Text.ToLowerInvariant());
        if (token.IsWord("null")) return new LiteralExpression(null, "null");
        if (token.IsWord("exists") && TakeSymbol("(")) return Closed("*sqlparser.ExistsExpr", token.Text);
        if (IsReserved(token)) throw FilterError.Syntax(token, _prefix);
        return TakeSymbol("(") ? Closed("*sqlparser.FuncExpr", token.Text) : Name(token.Text);
    }

    private NameExpression Name(string name)
    {
        while (TakeSymbol("."))
        {
            if (_token.Kind is not (FilterTokenKind.Word or FilterTokenKind.QuotedName)) throw Syntax();
            name = $"{name}.{Take().Text}";
        }

        return new(name);
    }

    private ForeignExpression Closed(string kind, string name)
    {
        Skip();
        return TakeSymbol(")") ? new(kind, $"{name}()") : throw Syntax();
    }

    private ForeignExpression Subquery()
    {
        Skip();
        return new("*sqlparser.Subquery", "(select)");
    }

    // What stands in the parentheses of something that is not allowed is not looked at.
    private void Skip()
    {
        for (var depth = 0; _token.Kind != FilterTokenKind.End && (depth > 0 || !_token.IsSymbol(")")); Advance())
        {
            if (_token.IsSymbol("(")) depth++;
            else if (_token.IsSymbol(")")) depth--;
        }
    }

    private static LiteralExpression Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? new(whole, text)
            : new(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), text);

    private bool Clause(string first)
    {
        if (!TakeWord(first)) return false;
        return TakeWord("by") ? true : throw Syntax();
    }

    private bool TakeWord(string keyword) => TakeIf(_token.IsWord(keyword));

    private bool TakeSymbol(string symbol) => TakeIf(_token.IsSymbol(symbol));

    private bool TakeIf(bool matches)
    {
        if (matches) Advance();
        return matches;
    }

    private FilterToken Take()
    {
        var token = _token;
        Advance();
        return token;
    }

    private void Advance() => _token = _lexer.Next();

    private Grpc.GrpcException Syntax() => FilterError.Syntax(_token, _prefix);

    private static bool Starts(string text, string with) => text.StartsWith(with, StringComparison.OrdinalIgnoreCase);
}
