using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Training.Evaluation;

namespace Gauntlet.Storage.Studies;

/// <summary>The rules that every study is run by; they belong to the code's version and are the Domain's own defaults.</summary>
public static class StudyRules
{
    /// <summary>Cash, costs and limits of every simulated account.</summary>
    public static ExecutionRules Execution { get; } = new();

    /// <summary>How trials are measured.</summary>
    public static ObjectiveRules Objective { get; } = new();

    /// <summary>How bars are divided.</summary>
    public static WindowOptions Windows { get; } = new();
}
