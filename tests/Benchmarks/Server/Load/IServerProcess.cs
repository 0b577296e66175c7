namespace Gauntlet.Benchmarks.Server.Load;

/// <summary>A server in a process of its own.</summary>
internal interface IServerProcess : IAsyncDisposable
{
    /// <summary>Where clients connect.</summary>
    string Address { get; }
}
