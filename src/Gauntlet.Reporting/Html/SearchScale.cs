using System.Globalization;
using Gauntlet.Contracts.Reports;
using Gauntlet.Contracts.Training;

namespace Gauntlet.Reporting.Html;

/// <summary>Places the values of a parameter on its own scale: logs where it was searched in logs, words in equal parts.</summary>
internal readonly record struct SearchScale(SearchAxis Axis)
{
    /// <summary>Place in [0, 1]; null where the trial does not have the parameter.</summary>
    public double? Of(TrialPoint trial)
    {
        if (!trial.Parameters.TryGetValue(Axis.Name, out var value)) return null;
        if (Axis.Choices is { } words) return (Place(words, value.Choice) + 0.5) / words.Count;
        return new Scale(Axis.Low, Axis.High, 1, Axis.Logarithmic).Of(value.Number);
    }

    /// <summary>What stands below the left end.</summary>
    public string Left => Axis.Choices is { } words ? words[0] : Text(Axis.Low);

    /// <summary>What stands below the right end.</summary>
    public string Right => Axis.Choices is { } words ? words[^1] : Text(Axis.High);

    /// <summary>The value of a trial in words.</summary>
    public static string Text(double number) => number.ToString("G4", CultureInfo.InvariantCulture);

    private static int Place(IReadOnlyList<string> words, string? word)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == word) return i;
        }

        return 0;
    }
}
