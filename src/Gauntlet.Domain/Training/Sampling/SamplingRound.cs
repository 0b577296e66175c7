using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Training.Sampling;

/// <summary>Suggestions for trials that run at the same time: each sees the finished trials of earlier rounds, and the ones before it in its own round as running.</summary>
/// <remarks>Whoever runs a part of a round computes the suggestions before it again, which is cheap, so that any number of workers gives the same trials.</remarks>
public static class SamplingRound
{
    /// <summary>Parameters of a run of trials within a round.</summary>
    /// <param name="sampler">The sampler.</param>
    /// <param name="history">Trials of earlier rounds, all ended; the same again afterwards.</param>
    /// <param name="roundStart">Number of the round's first trial; every known trial has a lower one.</param>
    /// <param name="first">Number of the first trial wanted.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentException">A known trial is running or belongs to the round.</exception>
    public static IReadOnlyList<ParameterValues> Suggest(ISampler sampler, TrialHistory history, int roundStart, int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, roundStart);
        if (history.Points is [.., { } last] && (last.Number >= roundStart || last.Kind == TrialKind.Running))
        {
            throw new ArgumentException($"A round that starts at trial {roundStart} may only know ended trials with lower numbers.", nameof(history));
        }

        var suggested = new List<ParameterValues>(count);
        try
        {
            for (var number = roundStart; number < first + count; number++)
            {
                var parameters = sampler.Suggest(history, number);
                if (number >= first) suggested.Add(parameters);
                history.Tell(new TrialSummary(number, parameters, TrialKind.Running));
            }
        }
        finally
        {
            history.Forget(roundStart);
        }

        return suggested;
    }
}
