namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>A workflow id in a namespace: what is locked, and what has at most one open run.</summary>
internal readonly record struct WorkflowKey(string Namespace, string WorkflowId);

/// <summary>One run of a workflow.</summary>
internal readonly record struct RunKey(string Namespace, string WorkflowId, string RunId)
{
    public WorkflowKey Workflow => new(Namespace, WorkflowId);

    public override string ToString() => $"{Namespace}/{WorkflowId}/{RunId}";
}
