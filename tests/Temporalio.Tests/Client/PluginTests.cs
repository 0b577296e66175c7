using Temporalio.Client;
using Temporalio.Client.Interceptors;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Tests.Converters;
using Temporalio.Tests.Servers;
using Temporalio.Tests.Worker;
using Temporalio.Worker;
using Temporalio.Worker.Interceptors;

namespace Temporalio.Tests.Client;

[Collection(EmbeddedServerCollection.Name)]
public sealed class PluginTests(EmbeddedServerFixture server)
{
    private readonly List<string> _seen = [];
    private readonly string _queue = $"tq-{Guid.NewGuid()}";

    [Fact]
    public async Task Plugins_OfAClient_ServeClientAndItsWorkersInOrder()
    {
        var client = await TemporalClient.ConnectAsync(new(server.Address)
        {
            Plugins = [new Recorder("outer", _seen), new Recorder("inner", _seen)],
        });
        using var worker = new TemporalWorker(
            client, new TemporalWorkerOptions(_queue) { Plugins = [new Recorder("own", _seen)] }.AddWorkflow<GreetingWorkflow>().AddAllActivities(typeof(GreetingActivities), null));

        (await worker.ExecuteAsync(() => client.ExecuteWorkflowAsync((GreetingWorkflow wf) => wf.RunAsync("Ada"), new($"wf-{Guid.NewGuid()}", _queue))))
            .ShouldBe("Hello, Ada! 11");

        _seen.ShouldBe(
        [
            "outer connects", "inner connects", "outer configures client", "inner configures client",
            "outer configures worker", "inner configures worker", "own configures worker",
            "outer runs worker", "inner runs worker", "own runs worker", "own ran worker", "inner ran worker", "outer ran worker",
        ]);
        worker.Options.Plugins!.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Connect_OptionsChangedByPlugin_AreTaken()
    {
        var plugin = new Redirect(server.Address);
        var options = new TemporalClientConnectOptions("127.0.0.1:1") { Plugins = [plugin] };
        var client = await TemporalClient.ConnectAsync(options);
        client.Connection.Options.TargetHost.ShouldBe(server.Address);
        options.TargetHost.ShouldBe("127.0.0.1:1");
    }

    [Fact]
    public async Task SimplePlugin_WithEverything_BringsItAlong()
    {
        var converter = DataConverter.Default with { PayloadCodec = new XorCodec() };
        var plugin = new SimplePlugin(
            "whole",
            new SimplePluginOptions
            {
                DataConverter = converter,
                ClientInterceptors = [new Nothing()],
                WorkerInterceptors = [new Nothing()],
                WorkflowFailureExceptionTypes = [typeof(ArgumentException)],
                RunContextBefore = () => SeeAsync("before"),
                RunContextAfter = () => SeeAsync("after"),
            }.AddWorkflow<GreetingWorkflow>().AddAllActivities(typeof(GreetingActivities), null));
        var client = await TemporalClient.ConnectAsync(new(server.Address) { Plugins = [plugin] });
        client.Options.DataConverter.ShouldBe(converter);
        client.Options.Interceptors!.Count.ShouldBe(1);

        var handle = await client.StartWorkflowAsync((GreetingWorkflow wf) => wf.RunAsync("Ada"), new($"wf-{Guid.NewGuid()}", _queue));
        using (var worker = new TemporalWorker(client, new(_queue) { WorkflowFailureExceptionTypes = [typeof(FormatException)] }))
        {
            worker.Options.WorkflowFailureExceptionTypes.ShouldBe([typeof(FormatException), typeof(ArgumentException)]);
            worker.Options.Interceptors!.Count.ShouldBe(1);
            (await worker.ExecuteAsync(() => handle.GetResultAsync())).ShouldBe("Hello, Ada! 11");
        }

        var replayer = new WorkflowReplayer(new() { Plugins = [plugin] });
        (await replayer.ReplayWorkflowAsync(await handle.FetchHistoryAsync())).ReplayFailure.ShouldBeNull();
        await foreach (var result in replayer.ReplayWorkflowsAsync(client.ListWorkflowHistoriesAsync($"WorkflowId = '{handle.Id}'")))
        {
            result.ReplayFailure.ShouldBeNull();
        }

        _seen.ShouldBe(["before", "after", "before", "after", "before", "after"]);
    }

    [Fact]
    public void SimplePlugin_Functions_ChangeWhatIsThere()
    {
        var converter = DataConverter.Default with { PayloadCodec = new XorCodec() };
        var plugin = new SimplePlugin("functions", new()
        {
            DataConverterOption = new(existing => existing with { PayloadCodec = converter.PayloadCodec }),
            ClientInterceptorsOption = new(_ => null),
        });
        var client = TemporalClient.CreateLazy(new("127.0.0.1:1") { Plugins = [plugin], Interceptors = [new Nothing()] });
        client.Options.DataConverter.ShouldBe(converter);
        client.Options.Interceptors.ShouldBeNull();
    }

    private Task SeeAsync(string what)
    {
        _seen.Add(what);
        return Task.CompletedTask;
    }

    private sealed class Nothing : IClientInterceptor, IWorkerInterceptor;

    private sealed class Redirect(string address) : SimplePlugin("redirect")
    {
        public override Task<TemporalConnection> ConnectAsync(
            TemporalClientConnectOptions options, Func<TemporalClientConnectOptions, Task<TemporalConnection>> continuation)
        {
            options.TargetHost = address;
            return continuation(options);
        }
    }

    private sealed class Recorder(string name, List<string> seen) : SimplePlugin(name)
    {
        public override void ConfigureClient(TemporalClientOptions options) => seen.Add($"{Name} configures client");

        public override void ConfigureWorker(TemporalWorkerOptions options) => seen.Add($"{Name} configures worker");

        public override Task<TemporalConnection> ConnectAsync(
            TemporalClientConnectOptions options, Func<TemporalClientConnectOptions, Task<TemporalConnection>> continuation)
        {
            seen.Add($"{Name} connects");
            return continuation(options);
        }

        public override async Task<TResult> RunWorkerAsync<TResult>(
            TemporalWorker worker, Func<TemporalWorker, CancellationToken, Task<TResult>> continuation, CancellationToken stoppingToken)
        {
            seen.Add($"{Name} runs worker");
            var result = await continuation(worker, stoppingToken);
            seen.Add($"{Name} ran worker");
            return result;
        }
    }
}
