using System.Collections.Concurrent;
using Google.Protobuf;
using Temporalio.Activities;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Tests.Converters;
using Temporalio.Tests.Servers;
using Temporalio.Worker;

namespace Temporalio.Tests.Worker;

/// <summary>A codec around everything that a run sends and gets.</summary>
public abstract class CodecContract(ServerFixture server) : WorkerContract(server)
{
    private static readonly ActivityDefinition Echo = ActivityDefinition.Create("Echo", typeof(string), [typeof(string)], 1, args => $"{args[0]}!");

    [SkippableTheory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task Payloads_OfARun_AreEncodedInHistoryAndPlainInCode(int cached)
    {
        var (handle, client) = await RunAsync(DataConverter.Default with { PayloadCodec = new XorCodec() }, cached);
        var history = await handle.FetchHistoryAsync();
        var encodings = history.Events.SelectMany(Payloads).Select(payload => payload.Metadata["encoding"].ToStringUtf8()).ToList();
        encodings.Count.ShouldBe(15);
        encodings.ShouldAllBe(encoding => encoding == "binary/xor");

        // What every SDK reads stays plain: notes in markers and search attributes.
        var marker = history.Events.Single(e => e.EventType == EventType.MarkerRecorded && e.MarkerRecordedEventAttributes.MarkerName == "core_local_activity");
        marker.MarkerRecordedEventAttributes.Details["data"].Payloads_[0].Data.ToStringUtf8().ShouldContain("\"activity_type\":\"Echo\"");
        marker.MarkerRecordedEventAttributes.Details["result"].Payloads_[0].Metadata["encoding"].ToStringUtf8().ShouldBe("binary/xor");
        var patch = history.Events.Single(e => e.EventType == EventType.MarkerRecorded && e.MarkerRecordedEventAttributes.MarkerName == "core_patch");
        patch.MarkerRecordedEventAttributes.Details["patch-data"].Payloads_[0].Data.ToStringUtf8().ShouldContain("\"id\":\"p\"");

        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions { DataConverter = client.Options.DataConverter }.AddWorkflow<CodedWorkflow>());
        (await replayer.ReplayWorkflowAsync(history)).ReplayFailure.ShouldBeNull();
    }

    // Each payload is told whose it is, the same when it is read as when it was written.
    [SkippableTheory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task Contexts_OfPayloads_AreThoseOfTheirOwners(int cached)
    {
        var codec = new ContextCodec();
        var (handle, _) = await RunAsync(DataConverter.Default with { PayloadCodec = codec }, cached);
        codec.Strangers.ShouldBeEmpty();
        codec.Seen.ShouldBe(
            [$"workflow {handle.Id}", $"workflow {handle.Id}-child", "activity 1 Echo False", "activity 2 Echo True", $"workflow {handle.Id}-other"],
            ignoreOrder: true);
    }

    private static IEnumerable<Payload> Payloads(HistoryEvent e) => e switch
    {
        { MarkerRecordedEventAttributes: not null } or { UpsertWorkflowSearchAttributesEventAttributes: not null } => [],
        _ => Within(e),
    };

    private static IEnumerable<Payload> Within(IMessage message) => message switch
    {
        SearchAttributes => [],
        Payload payload => [payload],
        _ => message.Descriptor.Fields.InDeclarationOrder()
            .Select(field => field.Accessor.GetValue(message))
            .SelectMany(value => value switch
            {
                IMessage inner => Within(inner),
                IDictionary<string, Payload> map => map.Values,
                System.Collections.IEnumerable list and not string and not ByteString => list.OfType<IMessage>().SelectMany(Within),
                _ => [],
            }),
    };

    private async Task<(WorkflowHandle Handle, TemporalClient Client)> RunAsync(DataConverter converter, int cached)
    {
        var client = new TemporalClient(Client.Connection, new() { DataConverter = converter });
        var options = new TemporalWorkerOptions(TaskQueue) { MaxCachedWorkflows = cached }.AddActivity(Echo).AddWorkflow<CodedWorkflow>();
        using var worker = new TemporalWorker(client, options);
        return await worker.ExecuteAsync(async () =>
        {
            var start = NewWorkflow();
            start.Memo = new Dictionary<string, object> { ["note"] = "kept" };
            start.StaticSummary = "summary";
            await client.StartWorkflowAsync((CodedWorkflow wf) => wf.RunAsync("other"), new(start.Id + "-other", TaskQueue));
            var handle = await client.StartWorkflowAsync((CodedWorkflow wf) => wf.RunAsync("go"), start);
            (await handle.ExecuteUpdateAsync(wf => wf.AddAsync("update"))).ShouldBe("added update");
            (await handle.QueryAsync(wf => wf.Ask("query"))).ShouldBe("asked query");
            await handle.SignalAsync(wf => wf.GoAsync("signal"));
            (await handle.GetResultAsync().WaitAsync(Soon)).ShouldBe("go! go! child kept signal");
            (await (await handle.DescribeAsync()).GetStaticSummaryAsync()).ShouldBe("summary");
            (await client.GetWorkflowHandle(start.Id + "-other").GetResultAsync<string>().WaitAsync(Soon)).ShouldBe("other from outside");
            return (handle, client);
        });
    }

    /// <summary>Notes who a payload belongs to when it is written, and compares when it is read.</summary>
    private sealed class ContextCodec : IPayloadCodec, IWithSerializationContext<IPayloadCodec>
    {
        private string _owner = "nobody";

        public ConcurrentDictionary<string, bool> Owners { get; private init; } = new();

        public ConcurrentBag<string> Strangers { get; private init; } = [];

        public IEnumerable<string> Seen => Owners.Keys;

        public Task<IReadOnlyCollection<Payload>> EncodeAsync(IReadOnlyCollection<Payload> payloads)
        {
            Owners[_owner] = true;
            return Task.FromResult<IReadOnlyCollection<Payload>>([.. payloads.Select(payload => new Payload
            {
                Metadata = { ["encoding"] = ByteString.CopyFromUtf8("binary/owned"), ["owner"] = ByteString.CopyFromUtf8(_owner) },
                Data = payload.ToByteString(),
            })]);
        }

        public Task<IReadOnlyCollection<Payload>> DecodeAsync(IReadOnlyCollection<Payload> payloads) =>
            Task.FromResult<IReadOnlyCollection<Payload>>([.. payloads.Select(payload =>
            {
                var owner = payload.Metadata["owner"].ToStringUtf8();
                if (owner != _owner)
                {
                    Strangers.Add($"{owner} read as {_owner}");
                }

                return Payload.Parser.ParseFrom(payload.Data);
            })]);

        public IPayloadCodec WithSerializationContext(ISerializationContext context) => new ContextCodec
        {
            Owners = Owners,
            Strangers = Strangers,
            _owner = context switch
            {
                ISerializationContext.Activity activity => $"activity {activity.ActivityId} {activity.ActivityType} {activity.IsLocal}",
                ISerializationContext.Workflow workflow => $"workflow {workflow.WorkflowId}",
                _ => "unknown",
            },
        };
    }
}
