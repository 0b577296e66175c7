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

    /// <summary>Value of the objective in each fold that was run, a JSON list; empty when none has a value.</summary>
    public string FoldValues { get; init; } = "[]";

    /// <summary>Value of the objective; null when it did not complete.</summary>
    public double? Value { get; init; }

    /// <summary>Why it did not complete; null when it did.</summary>
    public string? Reason { get; init; }

    /// <summary>Kind of rule that pruned it; null where none did.</summary>
    public string? Cause { get; init; }

    /// <summary>By how much it broke limits; 0 where it broke none.</summary>
    public double Violation { get; init; }

    /// <summary>What the value rests on, in JSON; null when it did not complete.</summary>
    public string? Score { get; init; }

    /// <summary>Hash of strategy, sampler, seed, number and parameters.</summary>
    public required string Fingerprint { get; init; }
}
