namespace Gauntlet.Contracts.Names;

/// <summary>Names under which workflows are started.</summary>
public static class WorkflowTypes
{
    /// <summary>A study from first trial to promotion.</summary>
    public const string Pipeline = "Pipeline";

    /// <summary>Trials of a study in batches.</summary>
    public const string Training = "Training";

    /// <summary>One candidate through the gates to a decision.</summary>
    public const string Promotion = "Promotion";

    /// <summary>Gate 3's days of paper trading.</summary>
    public const string Paper = "Paper";

    /// <summary>A study's candidates on paper, side by side.</summary>
    public const string Arena = "Arena";

    /// <summary>The emergency latch.</summary>
    public const string Safety = "Safety";
}
