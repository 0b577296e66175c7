namespace Gauntlet.Temporal.Server.Visibility.Filters;

/// <summary>Tells whether a run fulfils a condition; null if that cannot be told, because the run lacks the attribute.</summary>
internal delegate bool? FilterCondition(IndexedRun run);

/// <summary>SQL's three-valued logic on conditions.</summary>
internal static class FilterLogic
{
    /// <summary>Both hold; false beats unknown.</summary>
    public static FilterCondition And(FilterCondition left, FilterCondition right) => run => left(run) switch
    {
        false => false,
        true => right(run),
        null => right(run) == false ? false : null,
    };

    /// <summary>One holds; true beats unknown.</summary>
    public static FilterCondition Or(FilterCondition left, FilterCondition right) => run => left(run) switch
    {
        true => true,
        false => right(run),
        null => right(run) == true ? true : null,
    };

    /// <summary>Does not hold; unknown stays unknown.</summary>
    public static FilterCondition Not(FilterCondition inner) => run => !inner(run);
}
