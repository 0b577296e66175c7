namespace Temporalio.Client;

/// <summary>Changes how clients connect and work. One that is an <see cref="Worker.ITemporalWorkerPlugin"/> too serves the workers of its clients.</summary>
public interface ITemporalClientPlugin
{
    /// <summary>Name, for people.</summary>
    string Name { get; }

    /// <summary>Changes the options of a client that is being made.</summary>
    /// <param name="options">A copy, to be changed.</param>
    void ConfigureClient(TemporalClientOptions options);

    /// <summary>Connects.</summary>
    /// <param name="options">A copy of the options, to be changed or replaced.</param>
    /// <param name="continuation">The next plugin's part, in the end the connection itself.</param>
    /// <returns>The connection.</returns>
    Task<TemporalConnection> ConnectAsync(
        TemporalClientConnectOptions options, Func<TemporalClientConnectOptions, Task<TemporalConnection>> continuation);
}
