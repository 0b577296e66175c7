using System.Diagnostics;
using OpenTelemetry;
using Temporalio.Activities;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Extensions.OpenTelemetry;
using Temporalio.Tests.Servers;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Tests.Extensions;

/// <remarks>Names and parents as the official extension's tests have them.</remarks>
[Collection(EmbeddedServerCollection.Name)]
public sealed class TracingTests(EmbeddedServerFixture server) : IDisposable
{
    private readonly SpanRecorder _spans = new();
    private readonly string _queue = $"tq-{Guid.NewGuid()}";
    private readonly string _id = $"wf-{Guid.NewGuid()}";

    public void Dispose() => _spans.Dispose();

    [Fact]
    public async Task Spans_OfAWorkflow_AreATree()
    {
        await WithWorkerAsync(Options(), RunAsync);

        _spans.Tree().ShouldBe(
        [
            "QueryWorkflow:Finished",
            "SignalWorkflow:Finish",
            "StartWorkflow:TracedWorkflow",
            "StartWorkflow:TracedWorkflow/HandleQuery:Finished",
            "StartWorkflow:TracedWorkflow/HandleSignal:Finish",
            "StartWorkflow:TracedWorkflow/HandleSignal:FromChild",
            "StartWorkflow:TracedWorkflow/HandleUpdate:Double",
            "StartWorkflow:TracedWorkflow/HandleUpdate:Double/CompleteUpdate:Double",
            "StartWorkflow:TracedWorkflow/RunWorkflow:TracedWorkflow",
            "StartWorkflow:TracedWorkflow/RunWorkflow:TracedWorkflow/CompleteWorkflow:TracedWorkflow",
            "StartWorkflow:TracedWorkflow/RunWorkflow:TracedWorkflow/StartActivity:Greet",
            "StartWorkflow:TracedWorkflow/RunWorkflow:TracedWorkflow/StartActivity:Greet/RunActivity:Greet",
            "StartWorkflow:TracedWorkflow/RunWorkflow:TracedWorkflow/StartChildWorkflow:TracedChild",
            "StartWorkflow:TracedWorkflow/RunWorkflow:TracedWorkflow/StartChildWorkflow:TracedChild/RunWorkflow:TracedChild",
            "StartWorkflow:TracedWorkflow/RunWorkflow:TracedWorkflow/StartChildWorkflow:TracedChild/RunWorkflow:TracedChild/CompleteWorkflow:TracedChild",
            "StartWorkflow:TracedWorkflow/RunWorkflow:TracedWorkflow/StartChildWorkflow:TracedChild/RunWorkflow:TracedChild/SignalExternalWorkflow:FromChild",
            "StartWorkflow:TracedWorkflow/ValidateUpdate:Double",
            "UpdateWorkflow:Double",
        ]);
        _spans["HandleSignal:Finish"].Links.ShouldHaveSingleItem().Context.SpanId.ShouldBe(_spans["SignalWorkflow:Finish"].SpanId);
        _spans["HandleUpdate:Double"].Links.ShouldHaveSingleItem().Context.SpanId.ShouldBe(_spans["UpdateWorkflow:Double"].SpanId);
        _spans["StartWorkflow:TracedWorkflow"].Kind.ShouldBe(ActivityKind.Client);
        _spans["RunWorkflow:TracedWorkflow"].Kind.ShouldBe(ActivityKind.Server);
        _spans["RunWorkflow:TracedWorkflow"].GetTagItem("temporalWorkflowID").ShouldBe(_id);
        _spans["RunWorkflow:TracedWorkflow"].GetTagItem("temporalRunID").ShouldNotBeNull();
        _spans.All("RunActivity:Greet").ShouldAllBe(span => span.Kind == ActivityKind.Server && span.GetTagItem("temporalActivityID") != null);
    }

    [Fact]
    public async Task Spans_WithoutCache_AreNotMadeAgain()
    {
        var options = Options();
        options.MaxCachedWorkflows = 0;
        await WithWorkerAsync(options, RunAsync);

        _spans.All("RunWorkflow:TracedWorkflow").ShouldHaveSingleItem();
        _spans.All("HandleUpdate:Double").ShouldHaveSingleItem();
        // The run's span belongs to another activation, so that later ones hang under the start's.
        _spans["CompleteWorkflow:TracedWorkflow"].ParentSpanId.ShouldBe(_spans["StartWorkflow:TracedWorkflow"].SpanId);
    }

    [Fact]
    public async Task ContinuedRun_Failing_IsChildOfTheOneBefore()
    {
        await WithWorkerAsync(Options(), client => Should.ThrowAsync<WorkflowFailedException>(
            () => client.ExecuteWorkflowAsync((TracedFailure wf) => wf.RunAsync(true), new(_id, _queue))));

        _spans.Tree().ShouldBe(
        [
            "StartWorkflow:TracedFailure",
            "StartWorkflow:TracedFailure/RunWorkflow:TracedFailure",
            "StartWorkflow:TracedFailure/RunWorkflow:TracedFailure/RunWorkflow:TracedFailure",
            "StartWorkflow:TracedFailure/RunWorkflow:TracedFailure/RunWorkflow:TracedFailure/CompleteWorkflow:TracedFailure",
        ]);
        var end = _spans["CompleteWorkflow:TracedFailure"];
        end.Status.ShouldBe(ActivityStatusCode.Error);
        end.StatusDescription.ShouldBe("no more");
        end.Events.ShouldHaveSingleItem().Name.ShouldBe("exception");
    }

    [Fact]
    public async Task FailedTask_OfAWorkflow_HasASpan()
    {
        TracedTaskFailure.Broken = true;
        await WithWorkerAsync(Options(), async client =>
        {
            var handle = await client.StartWorkflowAsync((TracedTaskFailure wf) => wf.RunAsync(), new(_id, _queue));
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
            while (_spans.All("WorkflowTaskFailure:TracedTaskFailure").Count == 0)
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }

            TracedTaskFailure.Broken = false;
            await handle.GetResultAsync();
        });

        var failure = _spans.All("WorkflowTaskFailure:TracedTaskFailure")[0];
        failure.Status.ShouldBe(ActivityStatusCode.Error);
        _spans.All("RunWorkflow:TracedTaskFailure").ShouldContain(run => run.SpanId == failure.ParentSpanId);
    }

    [Fact]
    public async Task Baggage_OfTheCaller_ReachesTheActivity()
    {
        string? seen = null;
        var options = new TemporalWorkerOptions(_queue).AddWorkflow<TracedWorkflow>().AddWorkflow<TracedChild>()
            .AddActivity(ActivityDefinition.Create("Greet", typeof(string), [typeof(string)], 1, args =>
            {
                seen = Baggage.GetBaggage("who");
                return $"Hello, {args[0]}!";
            }));
        await WithWorkerAsync(options, async client =>
        {
            Baggage.SetBaggage("who", "tester");
            await RunAsync(client);
        });
        seen.ShouldBe("tester");
    }

    [Fact]
    public async Task TagNames_Null_DropTheTags()
    {
        var interceptor = new TracingInterceptor(new() { TagNameWorkflowId = null, TagNameRunId = "run" });
        await WithWorkerAsync(Options(), RunAsync, interceptor);
        _spans["StartWorkflow:TracedWorkflow"].Tags.ShouldBeEmpty();
        _spans["RunWorkflow:TracedWorkflow"].Tags.ShouldHaveSingleItem().Key.ShouldBe("run");
    }

    [Fact]
    public void TrackWorkflowDiagnosticActivity_OutsideOfWorkflows_IsRefused() =>
        Should.Throw<InvalidOperationException>(() => TracingInterceptor.WorkflowsSource.TrackWorkflowDiagnosticActivity("x"));

    private TemporalWorkerOptions Options() => new TemporalWorkerOptions(_queue)
        .AddWorkflow<TracedWorkflow>().AddWorkflow<TracedChild>().AddWorkflow<TracedFailure>().AddWorkflow<TracedTaskFailure>()
        .AddActivity(TracedActivities.Greet);

    private async Task RunAsync(TemporalClient client)
    {
        var handle = await client.StartWorkflowAsync((TracedWorkflow wf) => wf.RunAsync("Ada"), new(_id, _queue));
        (await handle.ExecuteUpdateAsync(wf => wf.DoubleAsync(4))).ShouldBe(8);
        (await handle.QueryAsync(wf => wf.Finished)).ShouldBeFalse();
        await handle.SignalAsync(wf => wf.FinishAsync());
        (await handle.GetResultAsync()).ShouldBe("Hello, Ada!");
    }

    private async Task WithWorkerAsync(TemporalWorkerOptions options, Func<TemporalClient, Task> test, TracingInterceptor? interceptor = null)
    {
        var client = await TemporalClient.ConnectAsync(new(server.Address) { Interceptors = [interceptor ?? new TracingInterceptor()] });
        using var worker = new TemporalWorker(client, options);
        await worker.ExecuteAsync(() => test(client).WaitAsync(TimeSpan.FromSeconds(30)));
    }
}
