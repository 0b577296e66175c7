using Microsoft.Extensions.Logging;
using Temporalio.Client;
using Temporalio.Common.EnvConfig;

namespace Temporalio.Testing;

/// <summary>A server to test workflows against, and a client of it. Dispose of it when the tests are done.</summary>
public class WorkflowEnvironment : IAsyncDisposable
{
    /// <summary>Makes an environment of a client that is there already; its server is left running.</summary>
    /// <param name="client">Client.</param>
    public WorkflowEnvironment(ITemporalClient client)
    {
        Client = client;
        Logger = client.Options.LoggerFactory.CreateLogger<WorkflowEnvironment>();
    }

    /// <summary>The client.</summary>
    public ITemporalClient Client { get; protected init; }

    /// <summary>Whether the server skips time while nothing but timers is going on.</summary>
    public virtual bool SupportsTimeSkipping => false;

    /// <summary>Logger.</summary>
    protected ILogger<WorkflowEnvironment> Logger { get; private init; }

    /// <summary>
    /// Starts a server that runs in real time: the embedded one in this process, or the command line's if its path is
    /// given in the options.
    /// </summary>
    /// <param name="options">Options.</param>
    /// <returns>The environment.</returns>
    /// <exception cref="InvalidOperationException">The server is not there, or does not do what was asked for.</exception>
    public static async Task<WorkflowEnvironment> StartLocalAsync(WorkflowEnvironmentStartLocalOptions? options = null)
    {
        options = (WorkflowEnvironmentStartLocalOptions?)options?.Clone() ?? new();
        var server = options.DevServerOptions.ExistingPath is null
            ? await LocalServers.StartEmbeddedAsync(options)
            : LocalServers.StartProcess(options);
        var environment = await ServerEnvironment.ConnectAsync(server, options, timeSkipping: false);
        try
        {
            await LocalServers.RegisterAsync(environment.Client, options.SearchAttributes);
        }
        catch
        {
            await environment.DisposeAsync();
            throw;
        }

        return environment;
    }

    /// <summary>
    /// Starts a server that skips time: the embedded one in this process, or Temporal's test server if its path is
    /// given in the options. Handles of workflows started through <see cref="Client"/> skip time while they wait for
    /// a result. Run one test at a time on it.
    /// </summary>
    /// <param name="options">Options.</param>
    /// <returns>The environment.</returns>
    /// <exception cref="InvalidOperationException">The server is not there.</exception>
    public static async Task<WorkflowEnvironment> StartTimeSkippingAsync(
        WorkflowEnvironmentStartTimeSkippingOptions? options = null)
    {
        options = (WorkflowEnvironmentStartTimeSkippingOptions?)options?.Clone() ?? new();
        var server = options.TestServer.ExistingPath is null
            ? await LocalServers.StartEmbeddedAsync(options)
            : LocalServers.StartProcess(options);
        return await ServerEnvironment.ConnectAsync(server, options, timeSkipping: true);
    }

    /// <summary>Connects to the server that the standard client configuration names.</summary>
    /// <param name="profileLoadOptions">How to load the configuration.</param>
    /// <returns>The environment; its server is left running.</returns>
    public static async Task<WorkflowEnvironment> CreateFromEnvConfigAsync(
        ClientEnvConfig.ProfileLoadOptions? profileLoadOptions = null)
    {
        var options = ClientEnvConfig.LoadClientConnectOptions(profileLoadOptions);
        options.TargetHost ??= "localhost:7233";
        return new(await TemporalClient.ConnectAsync(options));
    }

    /// <summary>Waits, in the server's time.</summary>
    /// <param name="millisecondsDelay">Time to wait in milliseconds.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Completes when the time has passed on the server.</returns>
    public Task DelayAsync(int millisecondsDelay, CancellationToken? cancellationToken = null) =>
        DelayAsync(TimeSpan.FromMilliseconds(millisecondsDelay), cancellationToken);

    /// <summary>Waits, in the server's time.</summary>
    /// <param name="delay">Time to wait.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Completes when the time has passed on the server.</returns>
    public virtual Task DelayAsync(TimeSpan delay, CancellationToken? cancellationToken = null) =>
        Task.Delay(delay, cancellationToken ?? CancellationToken.None);

    /// <summary>Asks for the server's time.</summary>
    /// <returns>The time in UTC.</returns>
    public virtual Task<DateTime> GetCurrentTimeAsync() => Task.FromResult(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>Runs code within which waiting for results skips no time.</summary>
    /// <param name="func">Code to run.</param>
    public void WithAutoTimeSkippingDisabled(Action func) => WithAutoTimeSkippingDisabled(() =>
    {
        func();
        return ValueTuple.Create();
    });

    /// <summary>Runs code within which waiting for results skips no time.</summary>
    /// <typeparam name="T">Result type.</typeparam>
    /// <param name="func">Code to run.</param>
    /// <returns>Its result.</returns>
    public T WithAutoTimeSkippingDisabled<T>(Func<T> func) =>
        WithAutoTimeSkippingDisabledAsync(() => Task.FromResult(func())).GetAwaiter().GetResult();

    /// <summary>Runs code within which waiting for results skips no time.</summary>
    /// <param name="func">Code to run.</param>
    /// <returns>Completes with it.</returns>
    public Task WithAutoTimeSkippingDisabledAsync(Func<Task> func) => WithAutoTimeSkippingDisabledAsync(async () =>
    {
        await func();
        return ValueTuple.Create();
    });

    /// <summary>Runs code within which waiting for results skips no time.</summary>
    /// <typeparam name="T">Result type.</typeparam>
    /// <param name="func">Code to run.</param>
    /// <returns>Its result.</returns>
    public virtual Task<T> WithAutoTimeSkippingDisabledAsync<T>(Func<Task<T>> func) => func();

    /// <summary>Ends the server, if this environment started it.</summary>
    /// <returns>Completes when it has ended.</returns>
    public virtual Task ShutdownAsync() => Task.CompletedTask;

    /// <summary>Ends the server, if this environment started it.</summary>
    /// <returns>Completes when it has ended.</returns>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await ShutdownAsync();
    }
}
