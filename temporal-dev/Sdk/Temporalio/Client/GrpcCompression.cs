namespace Temporalio.Client;

/// <summary>How requests to the server are compressed.</summary>
public abstract record GrpcCompression
{
    private GrpcCompression()
    {
    }

    /// <summary>Not at all.</summary>
    public sealed record None() : GrpcCompression;

    /// <summary>With gzip, from a kilobyte on.</summary>
    public sealed record Gzip() : GrpcCompression;
}
