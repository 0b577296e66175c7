namespace Gauntlet.Domain.Training.Pruning;

/// <summary>At which steps a rule judges: from a warm-up on, once in every interval.</summary>
/// <param name="warmUpSteps">Steps that are never judged.</param>
/// <param name="intervalSteps">Length of an interval, at least 1.</param>
internal sealed class Interval(int warmUpSteps, int intervalSteps)
{
    private readonly int _warmUp = warmUpSteps >= 0 ? warmUpSteps : throw PrunerCatalogue.Refused("warm-up", $"{warmUpSteps}", "0 or more steps");
    private readonly int _length = intervalSteps >= 1 ? intervalSteps : throw PrunerCatalogue.Refused("interval", $"{intervalSteps}", "1 or more steps");

    /// <summary>Whether the last report of a trial is the first in its interval.</summary>
    public bool Judges(TrialRun trial)
    {
        if (trial.LastStep is not { } step || step < _warmUp) return false;
        var start = ((step - _warmUp) / _length * _length) + _warmUp;
        return !trial.Reports.Keys.Any(other => other != step && other >= start);
    }
}
