namespace Gauntlet.Temporal.Server.Visibility.Filters;

/// <summary>A parsed filter with its clauses; lists allow the first only, counts the first two.</summary>
/// <param name="Where">What runs must fulfil; null for everything.</param>
/// <param name="GroupBy">What to group by; may be empty.</param>
/// <param name="HasOrderBy">True if an order is asked for.</param>
/// <param name="HasLimit">True if a limit is asked for.</param>
internal sealed record FilterQuery(FilterExpression? Where, IReadOnlyList<FilterExpression> GroupBy, bool HasOrderBy, bool HasLimit);
