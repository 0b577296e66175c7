using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Temporalio.Activities;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Extensions.Hosting;
using Temporalio.Tests.Servers;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Tests.Hosting;

[Collection(RealServerCollection.Name)]
public sealed class HostedWorkerTests(RealServer server)
{
    private readonly string _queue = $"hosted-{Guid.NewGuid()}";

    [SkippableFact]
    public async Task HostedWorker_ScopedServices_AreSharedWithinOneAttempt()
    {
        Skip.If(server.Absent is not null, server.Absent);
        var builder = new HostApplicationBuilder();
        builder.Services.AddScoped<Counter>().AddSingleton<Disposals>();
        builder.Services.AddTemporalClient(server.Address, "default");
        builder.Services.AddHostedTemporalWorker(_queue)
            .AddScopedActivities<CountingActivities>()
            .AddStaticActivities(typeof(StaticActivities))
            .AddWorkflow<CountingWorkflow>();
        using var host = builder.Build();
        await host.StartAsync();

        var client = host.Services.GetRequiredService<ITemporalClient>();
        var result = await client.ExecuteWorkflowAsync(
            (CountingWorkflow workflow) => workflow.RunAsync(), new($"wf-{Guid.NewGuid()}", _queue));

        result.ShouldBe("2 2 static");
        host.Services.GetRequiredService<Disposals>().Count.ShouldBe(2);
        ActivityScope.ServiceScope.ShouldBeNull();
        await host.StopAsync();
    }

    [SkippableFact]
    public async Task HostedWorker_ClientOfItsOwn_IsUsed()
    {
        Skip.If(server.Absent is not null, server.Absent);
        var builder = new HostApplicationBuilder();
        builder.Services.AddHostedTemporalWorker(server.Address, "default", _queue)
            .AddActivitiesInstance(new CountingActivities(new Counter(new Disposals())))
            .AddStaticActivities(typeof(StaticActivities))
            .AddWorkflow<CountingWorkflow>()
            .ConfigureOptions(options => options.MaxConcurrentActivities = 1);
        using var host = builder.Build();
        await host.StartAsync();
        var result = await server.Client.ExecuteWorkflowAsync(
            (CountingWorkflow workflow) => workflow.RunAsync(), new($"wf-{Guid.NewGuid()}", _queue));
        result.ShouldBe("2 4 static");
        await host.StopAsync();
    }

    [Fact]
    public void AddHostedWorker_SameQueueTwice_IsRefused()
    {
        var services = new ServiceCollection();
        services.AddKeyedSingleton<object>("key", new object());
        services.AddHostedTemporalWorker("queue");
        services.AddHostedTemporalWorker("other");
        services.AddHostedTemporalWorker("queue", new WorkerDeploymentOptions(new("d", "1"), false));
        Should.Throw<InvalidOperationException>(() => services.AddHostedTemporalWorker("queue"))
            .Message.ShouldContain("already on collection");
    }

    [Fact]
    public void HostedWorker_WithoutClient_SaysWhatToDo()
    {
        var services = new ServiceCollection();
        services.AddHostedTemporalWorker("queue");
        using var provider = services.BuildServiceProvider();
        Should.Throw<InvalidOperationException>(() => provider.GetServices<IHostedService>().ToList())
            .Message.ShouldContain("AddTemporalClient");
    }

    [Fact]
    public void HostedWorker_TaskQueueChangedAfterwards_IsRefused()
    {
        var services = new ServiceCollection();
        services.AddTemporalClient("127.0.0.1:1");
        services.AddHostedTemporalWorker("queue").ConfigureOptions(options => options.TaskQueue = "other");
        using var provider = services.BuildServiceProvider();
        Should.Throw<InvalidOperationException>(() => provider.GetServices<IHostedService>().ToList())
            .Message.ShouldContain("'other'");
    }

    [Fact]
    public void AddTemporalClient_Options_AreApplied()
    {
        var services = new ServiceCollection();
        services.AddTemporalClient(options =>
        {
            options.TargetHost = "somewhere:7233";
            options.Namespace = "ns";
        });
        using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ITemporalClient>();
        client.Options.Namespace.ShouldBe("ns");
        client.Connection.Options.TargetHost.ShouldBe("somewhere:7233");
        client.Connection.IsConnected.ShouldBeFalse();
    }

    [Fact]
    public async Task Activity_ScopeSetByInterceptor_IsUsedAndKept()
    {
        var services = new ServiceCollection().AddScoped<Counter>().AddSingleton<Disposals>().AddScoped<CountingActivities>();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var definition = provider.CreateTemporalActivityDefinitions<CountingActivities>().Single();
        ActivityScope.ServiceScope = scope;
        (await definition.InvokeAsync([])).ShouldBe(2);
        (await definition.InvokeAsync([])).ShouldBe(4);
        provider.GetRequiredService<Disposals>().Count.ShouldBe(0);
        ActivityScope.ServiceScope = null;
        (await definition.InvokeAsync([])).ShouldBe(2);
        provider.GetRequiredService<Disposals>().Count.ShouldBe(1);
    }

    [Fact]
    public void ClientUpdater_Update_ReachesSubscribers()
    {
        var updater = new TemporalWorkerClientUpdater();
        var seen = new List<IWorkerClient>();
        var client = TemporalClient.CreateLazy(new("h:1"));
        updater.Subscribe(seen.Add);
        updater.UpdateClient(client);
        updater.Unsubscribe(seen.Add);
        updater.UpdateClient(client);
        seen.ShouldBe([client]);
    }

    [Workflow]
    public sealed class CountingWorkflow
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            var options = new ActivityOptions
            {
                StartToCloseTimeout = TimeSpan.FromSeconds(30),
                RetryPolicy = new RetryPolicy { MaximumAttempts = 1 },
            };
            var first = await Workflow.ExecuteActivityAsync((CountingActivities a) => a.CountTwice(), options);
            var second = await Workflow.ExecuteActivityAsync((CountingActivities a) => a.CountTwice(), options);
            var third = await Workflow.ExecuteActivityAsync(() => StaticActivities.Say(), options);
            return $"{first} {second} {third}";
        }
    }

    public static class StaticActivities
    {
        [Activity]
        public static string Say() => "static";
    }

    public sealed class CountingActivities(Counter counter)
    {
        [Activity]
        public int CountTwice()
        {
            counter.Next();
            return counter.Next();
        }
    }

    public sealed class Counter(Disposals disposals) : IDisposable
    {
        private int _count;

        public int Next() => ++_count;

        public void Dispose() => disposals.Add();
    }

    public sealed class Disposals
    {
        private int _count;

        public int Count => _count;

        public void Add() => Interlocked.Increment(ref _count);
    }
}
