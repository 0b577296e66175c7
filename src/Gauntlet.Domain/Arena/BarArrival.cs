namespace Gauntlet.Domain.Arena;

/// <summary>How a bar of the arena came in: the same for every candidate that trades it.</summary>
/// <param name="Bar">Index of the bar in the window, from 0.</param>
/// <param name="Condition">Good, late or missing; whether it only repeats the one before is seen when it is traded.</param>
/// <param name="Duplicates">Bars that came with it although they had come before.</param>
/// <param name="Future">Bars that came with it although their time had not come.</param>
public sealed record BarArrival(int Bar, BarCondition Condition, int Duplicates = 0, int Future = 0);
