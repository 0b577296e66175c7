namespace Temporalio.Workflows;

/// <summary>How a child is signalled.</summary>
public class ChildWorkflowSignalOptions : ICloneable
{
    /// <summary>Takes the signal back if it was not sent. Default null: <see cref="Workflow.CancellationToken"/>.</summary>
    public CancellationToken? CancellationToken { get; set; }

    /// <summary>A shallow copy.</summary>
    public virtual object Clone() => MemberwiseClone();
}
