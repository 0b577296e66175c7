namespace Temporalio.Client;

/// <summary>Options of an update.</summary>
public class WorkflowUpdateOptions : ICloneable
{
    /// <summary>Creates default options.</summary>
    public WorkflowUpdateOptions()
    {
    }

    /// <summary>Creates options.</summary>
    /// <param name="id">Update id.</param>
    public WorkflowUpdateOptions(string id) => Id = id;

    /// <summary>Update id; the same id never runs twice. Default null: a new one.</summary>
    public string? Id { get; set; }

    /// <summary>Options of the call. Default null: the defaults.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Makes a copy; nested options are copied too.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (WorkflowUpdateOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
