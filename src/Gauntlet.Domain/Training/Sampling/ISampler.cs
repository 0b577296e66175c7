using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Training.Sampling;

/// <summary>Chooses the parameters of the next trial. It keeps no state: seed, trial number and history decide everything.</summary>
public interface ISampler
{
    /// <summary>Name as users type it.</summary>
    string Name { get; }

    /// <summary>Parameters for a trial: allowed, and new as long as the space has new ones to give. Trial 0 is always the strategy's defaults.</summary>
    /// <param name="history">Trials known so far, running ones included; lower values of the objective are worse.</param>
    /// <param name="number">Number of the trial, from 0.</param>
    ParameterValues Suggest(TrialHistory history, int number);

    /// <summary>Trials that it draws before it learns from any; 0 where it never learns.</summary>
    int StartupTrials { get; }
}
