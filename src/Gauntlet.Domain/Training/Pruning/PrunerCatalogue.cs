using System.Globalization;
using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Training.Pruning;

/// <summary>Pruners by name: <c>none</c>, or a rule with at most one setting after a colon, such as <c>percentile:25</c> or <c>halving:3</c>.</summary>
public static class PrunerCatalogue
{
    internal const string None = "none";
    internal const string Median = "median";
    internal const string Percentile = "percentile";
    internal const string Halving = "halving";
    internal const string Hyperband = "hyperband";
    internal const string Wilcoxon = "wilcoxon";
    internal const string Patient = "patient";
    internal const string Threshold = "threshold";

    /// <summary>Names of all rules.</summary>
    public static IReadOnlyList<string> Names { get; } = [Halving, Hyperband, Median, None, Patient, Percentile, Threshold, Wilcoxon];

    /// <summary>The pruner of a name.</summary>
    /// <param name="text">A name of <see cref="Names"/>, with its setting where it takes one: percentile kept, η, probability, folds of patience, lowest value.</param>
    /// <param name="folds">Folds of a trial, at least 1.</param>
    /// <returns>Null for <c>none</c>.</returns>
    /// <exception cref="InvalidInputException">There is none of that name, or the setting is out of its range.</exception>
    public static IPruner? Create(string text, int folds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 1);
        var parts = text.Split(':', 2);
        return parts[0] switch
        {
            None => null,
            Median => new PercentilePruner(),
            Percentile => new PercentilePruner(Setting(parts, 25)),
            Halving => new HalvingPruner(1, Whole(parts, 4)),
            Hyperband => new HyperbandPruner(1, folds, Whole(parts, 3)),
            Wilcoxon => new WilcoxonPruner(Setting(parts, 0.1)),
            Patient => new PatientPruner(new PercentilePruner(), Whole(parts, 1)),
            Threshold => new ThresholdPruner(Setting(parts, -1)),
            _ => throw new InvalidInputException("pruner", text, $"There is no pruner '{parts[0]}'. {Nearest.Hint(parts[0], [.. Names])}"),
        };
    }

    internal static InvalidInputException Refused(string field, string value, string range) => new($"pruner {field}", value, $"Pruner: {field} = {value} is not {range}. Give {range}.");

    private static double Setting(string[] parts, double usual)
    {
        if (parts.Length == 1) return usual;
        return double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : throw Refused(parts[0], parts[1], "a number");
    }

    private static int Whole(string[] parts, int usual)
    {
        var number = Setting(parts, usual);
        return number == Math.Truncate(number) && Math.Abs(number) < int.MaxValue ? (int)number : throw Refused(parts[0], parts[1], "a whole number");
    }
}
