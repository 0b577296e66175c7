using Gauntlet.TypeScript;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Tests.Servers;
using Temporalio.Worker;

namespace Gauntlet.Conformance.Tests.TypeScript;

/// <summary>Workers of the official TypeScript SDK and ours on one server: they call each other, share a queue, and replay each other's histories.</summary>
public abstract class TypeScriptContract : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private readonly ServerFixture _server;
    private readonly string _id = $"{Guid.NewGuid():N}"[..8];
    private TypeScriptSdk? _sdk;
    private WorkerHandle? _theirs;
    private CancellationTokenSource? _stop;
    private Task _ours = Task.CompletedTask;

    protected TypeScriptContract(ServerFixture server) => _server = server;

    private string TsQueue => $"ts-{_id}";

    private string DotnetQueue => $"dotnet-{_id}";

    private string SharedQueue => $"shared-{_id}";

    public async Task InitializeAsync()
    {
        if (_server.Absent is not null) return;
        (_sdk, var absent) = await TypeScriptSdk.InstallAsync(RepositoryRoot());
        if (_sdk is null)
        {
            Absent = absent;
            return;
        }

        // Nothing is kept between tasks, so that each task of a run on the shared queue may fall to either SDK.
        _theirs = await _sdk.StartWorkerAsync(_server.Address, $"{TsQueue},{SharedQueue}", cached: 0);
        _stop = new();
        _ours = Task.WhenAll(RunOursAsync(DotnetQueue), RunOursAsync(SharedQueue));
    }

    public async Task DisposeAsync()
    {
        if (_theirs is not null) await _theirs.DisposeAsync();
        if (_stop is not null)
        {
            await _stop.CancelAsync();
            await _ours;
            _stop.Dispose();
        }
    }

    private string? Absent { get; set; }

    [SkippableFact]
    public async Task Workflows_OfBothSdks_CallEachOther()
    {
        SkipIfAbsent();
        (await ExecuteAsync<string>("DotnetCallsTs", DotnetQueue, new OtherSide("you", TsQueue, TsQueue)))
            .ShouldBe("dotnet(hello you from ts+hello you from ts)");
        (await ExecuteAsync<string>("TsCallsDotnet", TsQueue, new OtherSide("you", DotnetQueue, DotnetQueue)))
            .ShouldBe("ts(hello you from dotnet&hello you from dotnet)");
    }

    [SkippableFact]
    public async Task Workers_OfBothSdks_ShareATaskQueue()
    {
        SkipIfAbsent();
        var runs = Enumerable.Range(0, 20).Select(i => ExecuteAsync<string>("SharedSteps", SharedQueue, new SharedInput($"{i}"))).ToList();

        (await Task.WhenAll(runs)).ShouldBe(Enumerable.Range(0, 20).Select(i => $"HELLO {i}+HELLO {i}|no {i}"));
    }

    [SkippableFact]
    public async Task Histories_OfTypeScript_ReplayInOurs()
    {
        SkipIfAbsent();
        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<SharedSteps>().AddWorkflow<SharedChild>().AddWorkflow<SharedCounter>());
        foreach (var handle in await RunSharedAsync(TsQueue))
        {
            var history = await handle.FetchHistoryAsync();
            (await replayer.ReplayWorkflowAsync(history, throwOnReplayFailure: false)).ReplayFailure.ShouldBeNull();
        }
    }

    [SkippableFact]
    public async Task Histories_OfOurs_ReplayInTypeScript()
    {
        SkipIfAbsent();
        var files = new List<string>();
        try
        {
            foreach (var handle in await RunSharedAsync(DotnetQueue))
            {
                var file = Path.Combine(_sdk!.Folder, $"{handle.Id.Replace('/', '_')}.json");
                await File.WriteAllTextAsync(file, (await handle.FetchHistoryAsync()).ToJson());
                files.Add(file);
            }

            foreach (var (file, _, said) in await _sdk!.ReplayAsync(files)) said.ShouldBe("ok", file);
        }
        finally
        {
            files.ForEach(File.Delete);
        }
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Workflows.sln"))) folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }

    private void SkipIfAbsent() => Skip.If((_server.Absent ?? Absent) is not null, _server.Absent ?? Absent);

    private Task<T> ExecuteAsync<T>(string type, string queue, object argument) =>
        _server.Client.ExecuteWorkflowAsync<T>(type, [argument], new($"{type}-{Guid.NewGuid()}", queue)).WaitAsync(Soon);

    private async Task<IReadOnlyList<WorkflowHandle>> RunSharedAsync(string queue)
    {
        var client = _server.Client;
        var steps = await client.StartWorkflowAsync("SharedSteps", [new SharedInput("you")], new($"steps-{Guid.NewGuid()}", queue));
        (await steps.GetResultAsync<string>().WaitAsync(Soon)).ShouldBe("HELLO YOU+HELLO YOU|no you");

        var counter = await client.StartWorkflowAsync("SharedCounter", [1], new($"counter-{Guid.NewGuid()}", queue));
        (await counter.ExecuteUpdateAsync<int>("Add", [2]).WaitAsync(Soon)).ShouldBe(3);
        var refused = await Should.ThrowAsync<WorkflowUpdateFailedException>(() => counter.ExecuteUpdateAsync<int>("Add", [-1]).WaitAsync(Soon));
        refused.InnerException.ShouldBeOfType<ApplicationFailureException>().ErrorType.ShouldBe("Negative");
        (await counter.ExecuteUpdateAsync<int>("Add", [4]).WaitAsync(Soon)).ShouldBe(7);
        (await counter.QueryAsync<int>("Total", []).WaitAsync(Soon)).ShouldBe(7);
        await counter.SignalAsync("Stop", []);
        (await counter.GetResultAsync<int>().WaitAsync(Soon)).ShouldBe(7);
        return [steps, client.GetWorkflowHandle($"{steps.Id}/child"), counter];
    }

    private async Task RunOursAsync(string queue)
    {
        var options = new TemporalWorkerOptions(queue) { MaxCachedWorkflows = 0 }
            .AddWorkflow<SharedSteps>().AddWorkflow<SharedChild>().AddWorkflow<SharedCounter>().AddWorkflow<DotnetCallsTs>().AddWorkflow<DotnetChild>()
            .AddAllActivities(typeof(SharedActivities), null);
        using var worker = new TemporalWorker(_server.Client, options);
        try
        {
            await worker.ExecuteAsync(_stop!.Token);
        }
        catch (OperationCanceledException) when (_stop!.IsCancellationRequested)
        {
            // The test is over.
        }
    }
}
