namespace Gauntlet.Contracts.Verdicts;

/// <summary>One check of a gate: what was measured against which limit.</summary>
public sealed record CheckResult
{
    /// <summary>Name in kebab case, such as <c>deflated-sharpe-ratio</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What was measured; null when it cannot be computed, and then <see cref="Because"/> says why and the check fails.</summary>
    public double? Value { get; init; }

    /// <summary>The limit of the policy.</summary>
    public required double Threshold { get; init; }

    /// <summary>True when the value must be at least the threshold, false when at most.</summary>
    public required bool AtLeast { get; init; }

    /// <summary>Distance to the limit, positive on the accepted side; null with an undefined value.</summary>
    public double? Margin => Value is { } value ? (AtLeast ? value - Threshold : Threshold - value) : null;

    /// <summary>Whether the value keeps the limit; equality does.</summary>
    public bool Passed => Margin >= 0;

    /// <summary>How sure the value is; null where there is nothing to be unsure of.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Unit of value, threshold and margin.</summary>
    public required Unit Unit { get; init; }

    /// <summary>The reason in one sentence with its numbers.</summary>
    public required string Because { get; init; }

    /// <summary>A check whose value must be at least a limit; a value that is not finite counts as undefined.</summary>
    public static CheckResult RequireAtLeast(string name, double value, double limit, Unit unit, string because, Interval? interval = null) =>
        new() { Name = name, Value = Finite(value), Threshold = limit, AtLeast = true, Unit = unit, Because = because, Interval = interval };

    /// <summary>A check whose value must be at most a limit; a value that is not finite counts as undefined.</summary>
    public static CheckResult RequireAtMost(string name, double value, double limit, Unit unit, string because, Interval? interval = null) =>
        new() { Name = name, Value = Finite(value), Threshold = limit, AtLeast = false, Unit = unit, Because = because, Interval = interval };

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
