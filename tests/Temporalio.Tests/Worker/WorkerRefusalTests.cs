using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Tests.Servers;
using Temporalio.Worker;
using Temporalio.Worker.Tuning;

namespace Temporalio.Tests.Worker;

/// <summary>Options and calls that a worker refuses, in the official package's types and words.</summary>
[Collection(EmbeddedServerCollection.Name)]
public class WorkerRefusalTests(EmbeddedServerFixture server)
{
    private static readonly WorkerDeploymentVersion Version = new("deployment", "build");

    private static readonly Dictionary<string, (Func<TemporalWorkerOptions> Options, Type Error, string Message)> Refused = new(StringComparer.Ordinal)
    {
        ["no queue"] = (() => new TemporalWorkerOptions().AddWorkflow<GreetingWorkflow>(), typeof(ArgumentException), "TaskQueue must be provided"),
        ["blank queue"] = (() => new TemporalWorkerOptions(string.Empty).AddWorkflow<GreetingWorkflow>(), typeof(ArgumentException), "TaskQueue must be provided"),
        ["nothing to run"] = (() => new("queue"), typeof(ArgumentException), "Must have at least one workflow or activity"),
        ["workflow twice"] = (() => Valid().AddWorkflow<GreetingWorkflow>(), typeof(ArgumentException), "Duplicate workflow named GreetingWorkflow"),
        ["activity twice"] = (() => Valid().AddActivity(KilledWorkflow.Add).AddActivity(KilledWorkflow.Add), typeof(ArgumentException), "Duplicate activity named Add"),
        ["no eager reservations"] = (() => With(o => o.MaxEagerActivityReservationsPerWorkflowTask = 0), typeof(ArgumentOutOfRangeException), "DisableEagerActivityExecution"),
        ["tuner and limits"] = (
            () => With(o => (o.Tuner, o.MaxConcurrentActivities) = (WorkerTuner.CreateFixedSize(1, 1, 1), 5)), typeof(ArgumentException), "Cannot set both Tuner and any of the MaxConcurrent options"),
        ["versioned without behaviour"] = (
            () => With(o => o.DeploymentOptions = new(Version, useWorkerVersioning: true)), typeof(ArgumentException), "Workflow GreetingWorkflow must set VersioningBehavior"),
    };

    /// <summary>Names of the rows.</summary>
    public static TheoryData<string> Names => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Worker_OfWrongOptions_IsRefused(string name)
    {
        var (options, error, message) = Refused[name];

        var thrown = Should.Throw(() => new TemporalWorker(server.Client, options()), error);

        thrown.Message.ShouldContain(message);
    }

    [Fact]
    public void Worker_OfAVersionWithADefaultBehaviour_IsMade()
    {
        var options = With(o => o.DeploymentOptions = new(Version, useWorkerVersioning: true) { DefaultVersioningBehavior = VersioningBehavior.Pinned });

        using var worker = new TemporalWorker(server.Client, options);

        worker.Options.DeploymentOptions!.Version.ShouldBe(Version);
    }

    [Fact]
    public void Worker_OfAnUnconnectedLazyClient_IsRefused()
    {
        var lazy = TemporalClient.CreateLazy(new(server.Address));
        using var worker = new TemporalWorker(server.Client, Valid());

        Should.Throw<InvalidOperationException>(() => new TemporalWorker(lazy, Valid())).Message.ShouldBe("Cannot use unconnected lazy client for worker");
        Should.Throw<InvalidOperationException>(() => worker.Client = lazy).Message.ShouldBe("Cannot use unconnected lazy client for worker");
    }

    [Fact]
    public async Task Worker_WhoseFunctionThrows_ThrowsTheSame()
    {
        using var worker = new TemporalWorker(server.Client, Valid());

        (await Should.ThrowAsync<FormatException>(() => worker.ExecuteAsync(() => throw new FormatException("its own")))).Message.ShouldBe("its own");
    }

    private static TemporalWorkerOptions Valid() => new TemporalWorkerOptions("refusals").AddWorkflow<GreetingWorkflow>();

    private static TemporalWorkerOptions With(Action<TemporalWorkerOptions> change)
    {
        var options = Valid();
        change(options);
        return options;
    }
}
