namespace Gauntlet.Storage.Trials;

/// <summary>An ended trial as stored.</summary>
public sealed record StoredTrial
{
    /// <summary>Number in the study, from 0.</summary>
    public required int Number { get; init; }

    /// <summary><c>completed</c>, <c>pruned</c> or <c>failed</c>.</summary>
    public required string State { get; init; }

    /// <summary>Parameters, one flat JSON object.</summary>
    public required string Parameters { get; init; }

    /// <summary>Value of the objective in each fold, a JSON list; empty when it did not complete.</summary>
    public string FoldValues { get; init; } = "[]";

    /// <summary>Value of the objective; null when it did not complete.</summary>
    public double? Value { get; init; }

    /// <summary>Why it did not complete; null when it did.</summary>
    public string? Reason { get; init; }

    /// <summary>What the value rests on, in JSON; null when it did not complete.</summary>
    public string? Score { get; init; }

    /// <summary>Hash of strategy, sampler, seed, number and parameters.</summary>
    public required string Fingerprint { get; init; }
}
