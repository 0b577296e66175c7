namespace Temporalio.Workflows;

/// <content>Handlers that may change while the run goes on.</content>
public static partial class Workflow
{
    /// <summary>Query handlers by name; may be changed.</summary>
    public static IDictionary<string, WorkflowQueryDefinition> Queries => Context.Queries.Table;

    /// <summary>Signal handlers by name; may be changed, and signals that waited are then handled.</summary>
    public static IDictionary<string, WorkflowSignalDefinition> Signals => Context.Signals.Table;

    /// <summary>Update handlers by name; may be changed.</summary>
    public static IDictionary<string, WorkflowUpdateDefinition> Updates => Context.Updates.Table;

    /// <summary>Handler of every other query; null for none.</summary>
    public static WorkflowQueryDefinition? DynamicQuery
    {
        get => Context.Queries.Dynamic;
        set => Context.Queries.Dynamic = value;
    }

    /// <summary>Handler of every other signal; null for none.</summary>
    public static WorkflowSignalDefinition? DynamicSignal
    {
        get => Context.Signals.Dynamic;
        set => Context.Signals.Dynamic = value;
    }

    /// <summary>Handler of every other update; null for none.</summary>
    public static WorkflowUpdateDefinition? DynamicUpdate
    {
        get => Context.Updates.Dynamic;
        set => Context.Updates.Dynamic = value;
    }
}
