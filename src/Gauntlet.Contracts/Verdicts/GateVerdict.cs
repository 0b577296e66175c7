namespace Gauntlet.Contracts.Verdicts;

/// <summary>A gate's verdict with all its evidence in short.</summary>
public sealed record GateVerdict
{
    /// <summary>The gate.</summary>
    public required Gate Gate { get; init; }

    /// <summary>Policy that judged, as <c>name@version</c>.</summary>
    public required string Policy { get; init; }

    /// <summary>How it ended.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Every check, in the policy's order; empty when skipped or faulted.</summary>
    public required IReadOnlyList<CheckResult> Checks { get; init; }

    /// <summary>Grade A to F; null but for Gate 3.</summary>
    public string? Grade { get; init; }

    /// <summary>What the gate's evidence cannot prove, in a sentence; null where there is nothing to add.</summary>
    public string? Caveat { get; init; }
}
