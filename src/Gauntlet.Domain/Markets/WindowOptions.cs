using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Markets;

/// <summary>How a series is divided.</summary>
public sealed record WindowOptions
{
    /// <summary>Share of the bars before the paper window that is held out. Default 0.3, from 0.1 to 0.5.</summary>
    public double HoldOutFraction { get; init; } = 0.3;

    /// <summary>Complete trading days at the end for paper trading. Default 7, at least 7.</summary>
    public int PaperDays { get; init; } = 7;

    /// <summary>Bars between two windows that nobody measures on, so that what holds across a boundary tells nothing. Default 24, at least 1.</summary>
    public int EmbargoBars { get; init; } = 24;

    /// <summary>Fewest bars to train on. Default 500, at least 50.</summary>
    public int MinimumTrainingBars { get; init; } = 500;

    /// <summary>Fewest bars to hold out. Default 200, at least 20.</summary>
    public int MinimumHoldOutBars { get; init; } = 200;

    /// <summary>Checks every value.</summary>
    /// <returns>These options.</returns>
    /// <exception cref="InvalidInputException">A value out of range.</exception>
    public WindowOptions Validated()
    {
        Require(nameof(HoldOutFraction), HoldOutFraction, HoldOutFraction is >= 0.1 and <= 0.5, "a fraction from 0.1 to 0.5");
        Require(nameof(PaperDays), PaperDays, PaperDays >= 7, "at least 7");
        Require(nameof(EmbargoBars), EmbargoBars, EmbargoBars >= 1, "at least 1");
        Require(nameof(MinimumTrainingBars), MinimumTrainingBars, MinimumTrainingBars >= 50, "at least 50");
        Require(nameof(MinimumHoldOutBars), MinimumHoldOutBars, MinimumHoldOutBars >= 20, "at least 20");
        return this;
    }

    private static void Require(string field, double value, bool holds, string range)
    {
        if (!holds) throw new InvalidInputException(field, $"{value}", $"Windows: {field} = {value} is not {range}. Give {range}.");
    }
}
