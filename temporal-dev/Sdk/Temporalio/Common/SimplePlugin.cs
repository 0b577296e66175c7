using System.Runtime.CompilerServices;
using Temporalio.Client;
using Temporalio.Worker;

namespace Temporalio.Common;

/// <summary>A plugin of clients, workers and replayers that brings along what its options hold.</summary>
public class SimplePlugin : ITemporalClientPlugin, ITemporalWorkerPlugin
{
    /// <summary>Makes a plugin.</summary>
    /// <param name="name">Name, for people.</param>
    /// <param name="options">What it brings along. Default null: nothing.</param>
    public SimplePlugin(string name, SimplePluginOptions? options = null)
    {
        Name = name;
        Options = options ?? new();
    }

    /// <summary>What it brings along.</summary>
    public SimplePluginOptions Options { get; }

    /// <inheritdoc cref="ITemporalClientPlugin.Name" />
    public string Name { get; }

    /// <inheritdoc />
    public virtual void ConfigureClient(TemporalClientOptions options)
    {
        options.DataConverter = Replaced(options.DataConverter, Options.DataConverterOption);
        options.Interceptors = Joined(options.Interceptors, Options.ClientInterceptorsOption);
    }

    /// <inheritdoc />
    public virtual Task<TemporalConnection> ConnectAsync(
        TemporalClientConnectOptions options, Func<TemporalClientConnectOptions, Task<TemporalConnection>> continuation) => continuation(options);

    /// <inheritdoc />
    public virtual void ConfigureWorker(TemporalWorkerOptions options)
    {
        AddAll(options.Activities, Options.Activities);
        AddAll(options.Workflows, Options.Workflows);
        options.Interceptors = Joined(options.Interceptors, Options.WorkerInterceptorsOption);
        options.WorkflowFailureExceptionTypes = Joined(options.WorkflowFailureExceptionTypes, Options.WorkflowFailureExceptionTypesOption);
    }

    /// <inheritdoc />
    public virtual Task<TResult> RunWorkerAsync<TResult>(
        TemporalWorker worker, Func<TemporalWorker, CancellationToken, Task<TResult>> continuation, CancellationToken stoppingToken) =>
        WithinAsync(() => continuation(worker, stoppingToken));

    /// <inheritdoc />
    public virtual void ConfigureReplayer(WorkflowReplayerOptions options)
    {
        options.DataConverter = Replaced(options.DataConverter, Options.DataConverterOption);
        AddAll(options.Workflows, Options.Workflows);
        options.Interceptors = Joined(options.Interceptors, Options.WorkerInterceptorsOption);
        options.WorkflowFailureExceptionTypes = Joined(options.WorkflowFailureExceptionTypes, Options.WorkflowFailureExceptionTypesOption);
    }

    /// <inheritdoc />
    public virtual Task<IEnumerable<WorkflowReplayResult>> ReplayWorkflowsAsync(
        WorkflowReplayer replayer,
        Func<WorkflowReplayer, CancellationToken, Task<IEnumerable<WorkflowReplayResult>>> continuation,
        CancellationToken cancellationToken) => WithinAsync(() => continuation(replayer, cancellationToken));

    /// <inheritdoc />
    public virtual async IAsyncEnumerable<WorkflowReplayResult> ReplayWorkflowsAsync(
        WorkflowReplayer replayer,
        Func<WorkflowReplayer, IAsyncEnumerable<WorkflowReplayResult>> continuation,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await RunAsync(Options.RunContextBefore);
        try
        {
            await foreach (var result in continuation(replayer).WithCancellation(cancellationToken))
            {
                yield return result;
            }
        }
        finally
        {
            await RunAsync(Options.RunContextAfter);
        }
    }

    private static T Replaced<T>(T existing, SimplePluginOptions.SimplePluginOption<T>? option)
        where T : class
    {
        var value = option?.Constant ?? existing;
        return option?.Configurable is { } change ? change(value) : value;
    }

    private static IReadOnlyCollection<T>? Joined<T>(
        IReadOnlyCollection<T>? existing, SimplePluginOptions.SimplePluginOption<IReadOnlyCollection<T>?>? option)
    {
        var value = (existing, option?.Constant) switch
        {
            (_, null) => existing,
            (null, var own) => own,
            var (first, own) => [.. first, .. own],
        };
        return option?.Configurable is { } change ? change(value) : value;
    }

    private static void AddAll<T>(IList<T> list, IList<T> own)
    {
        foreach (var item in own)
        {
            list.Add(item);
        }
    }

    private static Task RunAsync(Func<Task>? function) => function is null ? Task.CompletedTask : function();

    private async Task<T> WithinAsync<T>(Func<Task<T>> run)
    {
        await RunAsync(Options.RunContextBefore);
        try
        {
            return await run();
        }
        finally
        {
            await RunAsync(Options.RunContextAfter);
        }
    }
}
