namespace Gauntlet.Contracts;

/// <summary>Types of application failures: what went wrong, for retry policies and exit codes.</summary>
public static class FailureTypes
{
    /// <summary>A field of the input is wrong; the message names field, value and remedy. Never retried; exit code 2.</summary>
    public const string InvalidInput = "InvalidInput";

    /// <summary>The emergency latch is closed. Never retried; exit code 3.</summary>
    public const string EmergencyStopped = "EmergencyStopped";

    /// <summary>Stored evidence contradicts itself or is damaged. Never retried.</summary>
    public const string CorruptEvidence = "CorruptEvidence";
}
