namespace Temporalio.Client;

/// <summary>Options of a termination.</summary>
public class WorkflowTerminateOptions : ICloneable
{
    /// <summary>Values to attach. Default null: none.</summary>
    public IReadOnlyCollection<object?>? Details { get; set; }

    /// <summary>Options of the call. Default null: the defaults.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Makes a copy; nested options are copied too.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (WorkflowTerminateOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
