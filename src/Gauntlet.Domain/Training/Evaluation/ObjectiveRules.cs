using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Training.Evaluation;

/// <summary>How a trial is measured.</summary>
public sealed record ObjectiveRules
{
    /// <summary>Folds of the walk-forward, 2 to 50. Default 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Bars between what a fold knows and what it tests, not negative. Default 24.</summary>
    public int EmbargoBars { get; init; } = 24;

    /// <summary>What a standard deviation of the excess between folds costs, 0 to 5. Default 0.25.</summary>
    public double DispersionPenalty { get; init; } = 0.25;

    /// <summary>Closed round trips in all folds below which a trial has no value, at least 1. Default 10.</summary>
    public int MinimumTrades { get; init; } = 10;

    /// <summary>Traded value over equity a year above which a trial has no value; positive. Default 1000.</summary>
    public double MaximumTurnoverPerYear { get; init; } = 1000;

    /// <summary>Checks every value.</summary>
    /// <returns>These rules.</returns>
    /// <exception cref="InvalidInputException">A value out of its range.</exception>
    public ObjectiveRules Validated()
    {
        Require(nameof(Folds), Folds, Folds is >= 2 and <= 50, "from 2 to 50");
        Require(nameof(EmbargoBars), EmbargoBars, EmbargoBars >= 0, "0 or more");
        Require(nameof(DispersionPenalty), DispersionPenalty, DispersionPenalty is >= 0 and <= 5, "from 0 to 5");
        Require(nameof(MinimumTrades), MinimumTrades, MinimumTrades >= 1, "1 or more");
        Require(nameof(MaximumTurnoverPerYear), MaximumTurnoverPerYear, MaximumTurnoverPerYear > 0, "positive");
        return this;
    }

    private static void Require(string field, double value, bool holds, string range)
    {
        if (!holds) throw new InvalidInputException(field, $"{value}", $"Training: {field} = {value} is not {range}. Give a value {range}.");
    }
}
