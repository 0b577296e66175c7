namespace Temporalio.Client;

/// <summary>Options of a description.</summary>
public class WorkflowDescribeOptions : ICloneable
{
    /// <summary>Options of the call. Default null: the defaults.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Makes a copy; nested options are copied too.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (WorkflowDescribeOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
