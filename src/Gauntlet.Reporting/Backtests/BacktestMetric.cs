namespace Gauntlet.Reporting.Backtests;

/// <summary>A figure of a back-test: its name for programs and for people, its convention, and why it may be missing.</summary>
/// <param name="Key">Name in JSON.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Group">What it is about.</param>
/// <param name="Of">Its value; NaN where it does not exist.</param>
/// <param name="Text">The value for people.</param>
/// <param name="Convention">How it is defined.</param>
/// <param name="Missing">Why it does not exist where it does not.</param>
public sealed record BacktestMetric(string Key, string Name, string Group, Func<BacktestSide, double> Of, Func<double, string> Text, string Convention, string Missing)
{
    /// <summary>Whether it says something of holding too.</summary>
    public bool OfHolding { get; init; } = true;

    /// <summary>Whether it belongs to the few that a terminal shows.</summary>
    public bool IsHeadline { get; init; }

    /// <summary>The value for people, or why there is none.</summary>
    /// <param name="value">A value of this figure.</param>
    public string TextOf(double value) => double.IsFinite(value) ? Text(value) : $"– ({Missing})";
}
