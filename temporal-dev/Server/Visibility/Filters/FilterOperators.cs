using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Visibility.Filters;

/// <summary>What each operator means for each type of attribute.</summary>
internal static class FilterOperators
{
    /// <summary>A condition on one attribute. Operator and values have been checked before.</summary>
    public static FilterCondition Of(string name, IndexedValueType type, string @operator, IReadOnlyList<object> values) => type switch
    {
        IndexedValueType.KeywordList => Any(name, @operator, AnyKeyword(values)),
        IndexedValueType.Text => Any(name, @operator, AnyWord(values)),
        _ => Single(name, type, @operator, values),
    };

    private static FilterCondition Single(string name, IndexedValueType type, string @operator, IReadOnlyList<object> values)
    {
        // A status is a keyword by its type, but compared by its number.
        var order = name == "ExecutionStatus" ? IndexedValueType.Int : type;
        Func<object, bool> test = @operator switch
        {
            "=" => value => Compare(value, values[0], order) == 0,
            "!=" => value => Compare(value, values[0], order) != 0,
            "<" => value => Compare(value, values[0], order) < 0,
            ">" => value => Compare(value, values[0], order) > 0,
            "<=" => value => Compare(value, values[0], order) <= 0,
            ">=" => value => Compare(value, values[0], order) >= 0,
            "in" => value => values.Any(v => Compare(value, v, order) == 0),
            "not in" => value => values.All(v => Compare(value, v, order) != 0),
            "starts_with" => value => StartsWith(value, values[0]),
            "not starts_with" => value => !StartsWith(value, values[0]),
            _ => throw new ArgumentOutOfRangeException(nameof(@operator), @operator, "No such operator."),
        };
        return run => run.Value(name) is { } value ? test(value) : null;
    }

    // A list or text that is not there holds none of the values: its negation is true, not unknown.
    private static FilterCondition Any(string name, string @operator, Func<object, bool> holds)
    {
        var isNegated = @operator is "!=" or "not in";
        return run => (run.Value(name) is { } value && holds(value)) != isNegated;
    }

    private static Func<object, bool> AnyKeyword(IReadOnlyList<object> values)
    {
        var wanted = values.Select(FilterValue.Text).ToHashSet(StringComparer.Ordinal);
        return value => value is IReadOnlyList<string> keywords && keywords.Any(wanted.Contains);
    }

    private static Func<object, bool> AnyWord(IReadOnlyList<object> values)
    {
        var wanted = values.SelectMany(v => Words(FilterValue.Text(v))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return value => value is string text && Words(text).Any(wanted.Contains);
    }

    private static IEnumerable<string> Words(string text)
    {
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            for (end = start; end < text.Length && char.IsLetterOrDigit(text[end]);) end++;
            if (end > start) yield return text[start..end];
        }
    }

    private static bool StartsWith(object value, object prefix) =>
        FilterValue.Text(value).StartsWith(FilterValue.Text(prefix), StringComparison.Ordinal);

    private static int Compare(object value, object wanted, IndexedValueType type)
    {
        switch (type)
        {
            case IndexedValueType.Keyword:
                return string.CompareOrdinal(FilterValue.Text(value), FilterValue.Text(wanted));
            case IndexedValueType.Datetime:
                return wanted is DateTimeOffset time ? ((DateTimeOffset)value).CompareTo(time) : 1;
            default:
                if (value is long left && wanted is long right) return left.CompareTo(right);
                // Whatever is no number sorts behind all numbers.
                return FilterValue.Number(value) is { } x && FilterValue.Number(wanted) is { } y ? x.CompareTo(y) : -1;
        }
    }
}
