using Gauntlet.TypeScript;
using Temporalio.Client;

namespace Gauntlet.Benchmarks.Sdk;

/// <summary>Measures our worker and the official TypeScript SDK's in the same way: each a process of its own, driven by the same client against
/// an embedded server that is a process too.</summary>
internal static class SdkComparison
{
    /// <summary>What is said of a figure that has nothing beside it.</summary>
    public const string Alone = ", the TypeScript SDK is absent here";

    /// <summary>Measures both.</summary>
    /// <param name="checkout">Root of the checkout.</param>
    /// <param name="measure">Measures one worker.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <returns>Ours, and theirs or null if it is absent.</returns>
    public static async Task<(double Ours, double? Theirs)> RunAsync(
        string checkout, Func<TemporalClient, WorkerHandle, string, Task<double>> measure, CancellationToken cancellation)
    {
        var ours = await OneAsync(OwnProcess.StartWorkerAsync, measure, cancellation);
        var (sdk, _) = await TypeScriptSdk.InstallAsync(checkout);
        if (sdk is null) return (ours, null);
        return (ours, await OneAsync((address, queue) => sdk.StartWorkerAsync(address, queue), measure, cancellation));
    }

    /// <summary>Measures ours alone.</summary>
    public static Task<double> OursAsync(Func<TemporalClient, WorkerHandle, string, Task<double>> measure, CancellationToken cancellation) =>
        OneAsync(OwnProcess.StartWorkerAsync, measure, cancellation);

    /// <summary>A figure, larger is better.</summary>
    public static BenchmarkResult Rate(string name, double ours, double? theirs, string unit) =>
        new(name, ours, theirs ?? 0, theirs is { } t ? ours / t : 0, theirs is null ? unit + Alone : unit);

    /// <summary>A figure, smaller is better: the ratio still says how many times better ours is.</summary>
    public static BenchmarkResult Cost(string name, double ours, double? theirs, string unit) =>
        new(name, ours, theirs ?? 0, theirs is { } t ? t / ours : 0, theirs is null ? unit + Alone : unit);

    /// <summary>Measures one worker against a server of its own.</summary>
    /// <param name="start">Starts the worker, for an address and a task queue.</param>
    /// <param name="measure">Measures it.</param>
    /// <param name="cancellation">Ends the run early.</param>
    public static async Task<double> OneAsync(
        Func<string, string, Task<WorkerHandle>> start, Func<TemporalClient, WorkerHandle, string, Task<double>> measure, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (server, address) = await OwnProcess.StartServerAsync();
        await using var _ = server;
        var client = await TemporalClient.ConnectAsync(new(address));
        await using var worker = await start(address, "bench");
        return await measure(client, worker, "bench");
    }
}
