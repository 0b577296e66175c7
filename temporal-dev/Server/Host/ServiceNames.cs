namespace Gauntlet.Temporal.Server.Host;

/// <summary>Full names of the gRPC services that the server offers.</summary>
internal static class ServiceNames
{
    /// <summary>Workflows, tasks, visibility, namespaces.</summary>
    public const string Workflow = "temporal.api.workflowservice.v1.WorkflowService";

    /// <summary>Search attributes, deletion of namespaces, clusters.</summary>
    public const string Operator = "temporal.api.operatorservice.v1.OperatorService";

    /// <summary>The clock of a time-skipping server.</summary>
    public const string Test = "temporal.api.testservice.v1.TestService";

    /// <summary>Health as load balancers ask for it.</summary>
    public const string Health = "grpc.health.v1.Health";
}
