using Gauntlet.Contracts.Training;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Training;

/// <summary>Says when a search is not worth more trials.</summary>
/// <remarks>
/// More trials raise the best of them by luck alone, by their standard deviation times the growth of the expected maximum of N normal values
/// (<see cref="ExpectedMaximum"/>). What the latter half of the trials brought beyond that is the deflated gain. As many trials again bring
/// hardly more than the last doubling did, so a search whose deflated gain is below what is asked for ends.
/// </remarks>
public static class EarlyEnd
{
    /// <summary>Completed trials before which nothing is decided.</summary>
    public const int FewestTrials = 50;

    /// <summary>The deflated gain of the latter half of the trials.</summary>
    /// <param name="progress">The search so far.</param>
    /// <param name="done">Trials done, at least 2.</param>
    /// <returns>In units of the objective; null where too little is known.</returns>
    public static double? DeflatedGain(SearchProgress progress, int done)
    {
        if (progress.Completed < FewestTrials || progress.Records.LastOrDefault(best => best.Trials <= done / 2) is not { } half) return null;
        var deviation = Math.Sqrt(progress.Squares / (progress.Completed - 1));
        return progress.Records[^1].Objective - half.Objective - (deviation * (ExpectedMaximum.Of(done) - ExpectedMaximum.Of(half.Trials)));
    }

    /// <summary>Whether to end.</summary>
    /// <param name="progress">The search so far.</param>
    /// <param name="done">Trials done.</param>
    /// <param name="minimumGain">Deflated gain that is asked for; null: nothing is.</param>
    /// <returns>Why to end, in a sentence; null: go on.</returns>
    public static string? Judge(SearchProgress progress, int done, double? minimumGain) =>
        minimumGain is { } least && DeflatedGain(progress, done) is { } gain && gain < least
            ? FormattableString.Invariant($"The latter half of {done} trials brought a deflated gain of {gain:0.000}; {least:0.###} is asked for.")
            : null;
}
