namespace Temporalio.Client;

/// <summary>How far an update has come.</summary>
public enum WorkflowUpdateStage
{
    /// <summary>Nothing chosen; not allowed where a stage is asked for.</summary>
    None = 0,

    /// <summary>The server knows of it; not allowed where a stage is asked for.</summary>
    Admitted = 1,

    /// <summary>The workflow has accepted or rejected it.</summary>
    Accepted = 2,

    /// <summary>Its outcome is known.</summary>
    Completed = 3,
}
