using Level = Temporalio.Runtime.TelemetryFilterOptions.Level;

namespace Temporalio.Runtime;

/// <summary>Reads a filter: levels by target, the longest target that fits decides.</summary>
internal sealed class RuntimeLogFilter
{
    private readonly List<(string Target, Level? Level)> _rules = [];

    /// <summary>Reads the text of a filter.</summary>
    /// <exception cref="ArgumentException">A level is unknown.</exception>
    public RuntimeLogFilter(string? filter)
    {
        foreach (var rule in (filter ?? nameof(Level.Error)).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = rule.IndexOf('=', StringComparison.Ordinal);
            var target = equals < 0 ? string.Empty : rule[..equals].Trim();
            _rules.Add((target, Parse(rule[(equals + 1)..].Trim())));
        }

        _rules.Sort((left, right) => right.Target.Length.CompareTo(left.Target.Length));
    }

    /// <summary>Whether a line is written.</summary>
    /// <param name="target">What writes it, such as <c>temporalio_client::retry</c>.</param>
    /// <param name="level">Its level.</param>
    public bool Allows(string target, Level level)
    {
        foreach (var (prefix, least) in _rules)
        {
            if (target.StartsWith(prefix, StringComparison.Ordinal))
            {
                return level >= least;
            }
        }

        return false;
    }

    private static Level? Parse(string text) =>
        text.Equals("off", StringComparison.OrdinalIgnoreCase) ? null
        : Enum.TryParse<Level>(text, ignoreCase: true, out var level) && Enum.IsDefined(level) ? level
        : throw new ArgumentException($"Unknown level '{text}' in a telemetry filter: give TRACE, DEBUG, INFO, WARN, ERROR or OFF", nameof(text));
}
