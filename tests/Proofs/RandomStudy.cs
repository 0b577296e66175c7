using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Evaluation;
using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Proofs;

/// <summary>Trials drawn by chance and measured: the search of a proof, in which nothing but the market decides what is found.</summary>
internal static class RandomStudy
{
    /// <param name="strategy">The strategy.</param>
    /// <param name="evaluator">Measures a trial.</param>
    /// <param name="trials">How many.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="bent">What becomes of the drawn parameters of a trial; null leaves them.</param>
    public static TrialHistory Of(StrategyDefinition strategy, TrialEvaluator evaluator, int trials, ulong seed, Func<ParameterValues, int, ParameterValues>? bent = null)
    {
        var sampler = new RandomSampler(seed);
        var history = new TrialHistory(SearchSpace.Of(strategy.Parameters));
        while (history.Count < trials)
        {
            var drawn = sampler.Suggest(history, history.Count);
            var parameters = bent is null ? drawn : bent(drawn, history.Count);
            history.Tell(new(history.Count, parameters, evaluator.Evaluate(parameters)));
        }

        return history;
    }
}
