using System.CommandLine;
using System.Globalization;
using Gauntlet.Domain.Input;

namespace Gauntlet.Host.CommandLine;

/// <summary>Options whose values are refused in the house's words: field, value, remedy.</summary>
internal static class Values
{
    /// <summary>A whole number in a range; null when not given.</summary>
    public static Option<long?> Number(string name, long minimum, long maximum, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum) return value;

            result.AddError(maximum == long.MaxValue
                ? $"{name} is '{text}'. Give a whole number of at least {minimum}."
                : $"{name} is '{text}'. Give a whole number from {minimum} to {maximum}.");
            return null;
        },
    };

    /// <summary>A number of at least 0; null when not given.</summary>
    public static Option<double?> Real(string name, string helpName, string description) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value >= 0) return value;

            result.AddError($"{name} is '{text}'. Give a number of at least 0.");
            return null;
        },
    };

    /// <summary>A text that is not empty; null when not given.</summary>
    public static Option<string?> Text(string name, string helpName, string description) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (!string.IsNullOrWhiteSpace(text)) return text;

            result.AddError($"{name} is empty. Give {helpName}.");
            return null;
        },
    };

    /// <summary>One of a few words; null when not given.</summary>
    public static Option<string?> Choice(string name, IReadOnlyList<string> words, string description) => new(name)
    {
        Description = description,
        HelpName = string.Join('|', words),
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (words.Contains(text, StringComparer.Ordinal)) return text;

            result.AddError($"{name} is '{text}'. {Nearest.Hint(text, words)}");
            return null;
        },
    };

    /// <summary>A pace of paper trading: <c>skip</c> or a factor of at least 1; null when not given.</summary>
    public static Option<string?> Pace(string description) => new("--pace")
    {
        Description = description,
        HelpName = "FACTOR|skip",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Running.Pace.TryParse(text, out _)) return text;

            result.AddError($"--pace is '{text}'. Give 'skip' or a factor of at least 1, such as 10080 for a week a minute.");
            return null;
        },
    };
}
