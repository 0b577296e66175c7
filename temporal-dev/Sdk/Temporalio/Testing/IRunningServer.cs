namespace Temporalio.Testing;

/// <summary>A server that an environment started; disposing of it ends it.</summary>
internal interface IRunningServer : IAsyncDisposable
{
    /// <summary>Where it listens, as <c>host:port</c>.</summary>
    string Address { get; }
}
