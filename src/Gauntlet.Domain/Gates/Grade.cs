namespace Gauntlet.Domain.Gates;

/// <summary>Grade of a paper session, best first.</summary>
public enum Grade
{
    /// <summary>Faithful, and well within every limit.</summary>
    A,

    /// <summary>Faithful, and within every limit with room.</summary>
    B,

    /// <summary>Faithful, and within every limit.</summary>
    C,

    /// <summary>Faithful, but one limit is broken.</summary>
    D,

    /// <summary>Not faithful, not complete, never in the market, or several limits broken.</summary>
    F,
}
