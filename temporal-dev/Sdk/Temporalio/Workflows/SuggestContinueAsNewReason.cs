namespace Temporalio.Workflows;

/// <summary>Why the server advises to continue as new.</summary>
public enum SuggestContinueAsNewReason
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>History has too many bytes.</summary>
    HistorySizeTooLarge = 1,

    /// <summary>History has too many events.</summary>
    TooManyHistoryEvents = 2,

    /// <summary>The run has had too many updates.</summary>
    TooManyUpdates = 3,
}
