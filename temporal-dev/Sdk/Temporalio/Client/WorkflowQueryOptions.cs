using Temporalio.Api.Enums.V1;

namespace Temporalio.Client;

/// <summary>Options of a query.</summary>
public class WorkflowQueryOptions : ICloneable
{
    /// <summary>When the query is refused. Default null: the client's option.</summary>
    public QueryRejectCondition? RejectCondition { get; set; }

    /// <summary>Options of the call. Default null: the defaults.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Makes a copy; nested options are copied too.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (WorkflowQueryOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
