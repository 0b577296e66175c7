using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Worker;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Plays all behaviours on a server, many at a time, by one worker.</summary>
internal static class BehaviourRun
{
    private const int AtOnce = 24;
    private static readonly Regex Ids = new("(wf-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>Plays all.</summary>
    /// <param name="client">Client of the server.</param>
    /// <returns>What was seen of each.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> PlayAsync(TemporalClient client)
    {
        await RegisterAsync(client);
        var stage = new Stage(client, $"behaviours-{Guid.NewGuid()}");
        var seen = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        using var worker = new TemporalWorker(client, Options(stage.TaskQueue));
        await worker.ExecuteAsync(() => Parallel.ForEachAsync(
            BehaviourSuite.All,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (behaviour, _) => seen[behaviour.Name] = await SeenAsync(behaviour, stage)));
        return seen;
    }

    private static async Task<string> SeenAsync(Behaviour behaviour, Stage stage)
    {
        try
        {
            return Line(await behaviour.Play(stage).WaitAsync(TimeSpan.FromSeconds(90)));
        }
        catch (Exception e)
        {
            return Line($"BROKE {Failures.Describe(e)}");
        }
    }

    // Ids differ from run to run.
    private static string Line(string text) => Ids.Replace(text.ReplaceLineEndings(" / "), "ID");

    private static TemporalWorkerOptions Options(string queue)
    {
        var options = new TemporalWorkerOptions(queue)
            .AddWorkflow<SceneWorkflow>().AddWorkflow<ChildWorkflow>().AddWorkflow<PassingWorkflow>().AddWorkflow<ContinuedWorkflow>().AddWorkflow<ListedFailureWorkflow>();
        foreach (var activity in ActivityDefinition.CreateAll(typeof(SceneActivities), null)) options.AddActivity(activity);
        options.MaxHeartbeatThrottleInterval = TimeSpan.FromMilliseconds(50);
        options.MaxConcurrentWorkflowTaskPolls = 10;
        return options;
    }

    private static async Task RegisterAsync(TemporalClient client)
    {
        var request = new AddSearchAttributesRequest { Namespace = "default" };
        foreach (var key in AttributeBehaviours.Keys) request.SearchAttributes.Add(key.Name, key.ValueType);
        await client.OperatorService.AddSearchAttributesAsync(request);
        await Stage.UntilAsync(
            async () => (await client.OperatorService.ListSearchAttributesAsync(new() { Namespace = "default" })).CustomAttributes,
            known => AttributeBehaviours.Keys.All(key => known.ContainsKey(key.Name)));
    }
}
