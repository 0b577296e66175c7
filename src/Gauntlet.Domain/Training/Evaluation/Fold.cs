using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Training.Evaluation;

/// <summary>A step of an anchored walk-forward: everything before the embargo may be known, the test bars are measured.</summary>
/// <param name="KnownBars">Bars from the first one on that lie before the embargo.</param>
/// <param name="TestStart">First measured bar.</param>
/// <param name="TestCount">Number of measured bars.</param>
public readonly record struct Fold(int KnownBars, int TestStart, int TestCount)
{
    // A test shorter than this has no Sharpe ratio worth the name.
    private const int MinimumTestBars = 30;

    /// <summary>Cuts a window into folds: count + 1 equal parts, of which each but the first is tested once, in order; bars left over go to the last test.</summary>
    /// <param name="bars">Bars of the window.</param>
    /// <param name="count">Number of folds, at least 2.</param>
    /// <param name="embargoBars">Bars before each test that belong to neither side.</param>
    /// <exception cref="InvalidInputException">Too few bars for that many folds.</exception>
    public static IReadOnlyList<Fold> Anchored(int bars, int count, int embargoBars)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(embargoBars);
        var part = bars / (count + 1);
        if (part < MinimumTestBars || part <= embargoBars)
        {
            var need = (count + 1) * Math.Max(MinimumTestBars, embargoBars + 1);
            throw new InvalidInputException("training bars", $"{bars}", $"{bars} training bars are too few for {count} folds with an embargo of {embargoBars} bars; give at least {need}.");
        }

        return [.. Enumerable.Range(1, count).Select(i => new Fold((i * part) - embargoBars, i * part, i < count ? part : bars - (i * part)))];
    }
}
