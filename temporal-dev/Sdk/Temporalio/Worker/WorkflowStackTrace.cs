namespace Temporalio.Worker;

/// <summary>Whether the query for a run's stack traces is answered. It costs time at every wait.</summary>
public enum WorkflowStackTrace
{
    /// <summary>It is not.</summary>
    None = 0,

    /// <summary>It is, with files and lines where known.</summary>
    Normal = 1,

    /// <summary>It is, without files and lines.</summary>
    WithoutFileInfo = 2,
}
