using System.Text;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Values on their way through the server: each comes back as it went.</summary>
internal static class PayloadBehaviours
{
    private static readonly Dictionary<string, object?> Values = new(StringComparer.Ordinal)
    {
        ["null"] = null,
        ["true"] = true,
        ["zero"] = 0,
        ["largest long"] = long.MaxValue,
        ["fraction"] = 0.1,
        ["empty text"] = string.Empty,
        ["text beyond ASCII"] = "Grüße, 世界 🌍 <&'\">",
        ["long text"] = new string('x', 100_000),
        ["bytes"] = new byte[] { 0, 1, 254, 255 },
        ["no bytes"] = Array.Empty<byte>(),
        ["list"] = new[] { 1, 2, 3 },
        ["empty list"] = Array.Empty<int>(),
        ["map"] = new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 1, ["b"] = 2 },
        ["record"] = new Shape("square", 4, [new("side", 1, [])]),
        ["enumeration"] = DayOfWeek.Friday,
        ["guid"] = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
        ["time span"] = TimeSpan.FromDays(7.5),
        ["date and time"] = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        ["date with offset"] = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
        ["decimal"] = 12345678901234567890.123456789m,
        ["message of protobuf"] = new Temporalio.Api.Common.V1.WorkflowType { Name = "proto" },
    };

    public static BehaviourList All()
    {
        var list = new BehaviourList("payload");
        foreach (var name in Values.Keys)
        {
            list.AddCall($"{name} as argument and result of a workflow", async stage =>
                Said(await stage.Client.ExecuteWorkflowAsync<IRawValue>("PassingWorkflow", ["workflow", Values[name]], stage.New())));
            list.AddCall($"{name} as argument and result of an activity", async stage =>
                Said(await stage.Client.ExecuteWorkflowAsync<IRawValue>("PassingWorkflow", ["activity", Values[name]], stage.New())));
            list.AddCall($"{name} by signal, query and update", async stage =>
            {
                var handle = await stage.Client.StartWorkflowAsync("PassingWorkflow", ["hold", null], stage.New());
                await handle.SignalAsync("Keep", [Values[name]]);
                var signalled = Said(await Stage.UntilAsync(() => handle.QueryAsync<IRawValue>("Kept", []), kept => kept.Payload.Metadata["encoding"].ToStringUtf8() != "binary/null" || Values[name] is null));
                var updated = Said(await handle.ExecuteUpdateAsync<IRawValue>("Swap", [Values[name]]));
                await handle.SignalAsync("Release", []);
                await handle.GetResultAsync();
                return $"{signalled} {updated}";
            });
        }

        return list;
    }

    private static string Said(IRawValue value)
    {
        var (encoding, data) = (value.Payload.Metadata["encoding"].ToStringUtf8(), value.Payload.Data);
        return $"{encoding} {(data.Length > 100 ? $"{data.Length} bytes" : encoding.StartsWith("json", StringComparison.Ordinal) ? data.ToStringUtf8() : Convert.ToHexString(data.Span))}";
    }

    /// <summary>A value with values in it.</summary>
    internal sealed record Shape(string Name, int Sides, IReadOnlyList<Shape> Parts);
}
