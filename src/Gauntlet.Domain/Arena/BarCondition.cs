namespace Gauntlet.Domain.Arena;

/// <summary>How a bar came in.</summary>
public enum BarCondition
{
    /// <summary>In time and new.</summary>
    Good,

    /// <summary>After the time at which the decision was due.</summary>
    Late,

    /// <summary>It did not come; the last close was carried forward and nothing was decided on it.</summary>
    Missing,

    /// <summary>It repeats the bar before in every price: a feed that stands still.</summary>
    Stale,
}
