namespace Gauntlet.Contracts.Names;

/// <summary>Search attributes that workflows keep, by their names on the server.</summary>
public static class AttributeNames
{
    /// <summary>Keyword: a <see cref="Progress.Stage"/> in camel case.</summary>
    public const string Stage = "GauntletStage";

    /// <summary>Keyword: name of the study.</summary>
    public const string Study = "GauntletStudy";

    /// <summary>Keyword: name of the strategy.</summary>
    public const string Strategy = "GauntletStrategy";

    /// <summary>Keyword: <c>promoted</c>, <c>rejected</c>, <c>faulted</c> or <c>stopped</c>; unset while open.</summary>
    public const string Verdict = "GauntletVerdict";

    /// <summary>Keyword: grade A to F; unset before Gate 3.</summary>
    public const string Grade = "GauntletGrade";

    /// <summary>Int: trial number.</summary>
    public const string Trial = "GauntletTrial";

    /// <summary>Bool: the emergency latch is closed.</summary>
    public const string Stopped = "GauntletStopped";
}
