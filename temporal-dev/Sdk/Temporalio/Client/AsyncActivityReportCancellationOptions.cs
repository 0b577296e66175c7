namespace Temporalio.Client;

/// <summary>Options of reporting an activity as cancelled from outside its worker.</summary>
public class AsyncActivityReportCancellationOptions : ICloneable
{
    /// <summary>Values to attach. Default null: none.</summary>
    public IReadOnlyCollection<object?>? Details { get; set; }

    /// <summary>Options of the call. Default null: the defaults.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Makes a copy; nested options are copied too.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (AsyncActivityReportCancellationOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
