using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Store;
using Google.Protobuf;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Engine.Histories;

/// <summary>One page of a history.</summary>
/// <param name="NextToken">Empty on the last page.</param>
internal sealed record HistoryPage(History History, ByteString NextToken);

/// <summary>Cuts histories into pages: so many events, and no more bytes than a message may have.</summary>
internal static class HistoryPages
{
    public const int LargestPage = 1000;

    // Below the 4 MiB that gRPC peers take by default, with room for the rest of the answer.
    public const int LargestBytes = 3 * 1024 * 1024;

    /// <summary>Reads from one event to another; the unwritten events, if any, follow on the last page.</summary>
    public static async Task<HistoryPage> ReadAsync(
        IRunStore store, RunState state, long first, long last, IReadOnlyList<HistoryEvent> unwritten, int pageSize = LargestPage)
    {
        var lastStored = Math.Min(last, state.LastEventId);
        var wanted = (int)Math.Clamp(lastStored - first + 1, 0, pageSize);
        var events = wanted == 0 ? [] : await store.ReadHistoryAsync(state.Key, first, wanted);
        var history = new History();
        history.Events.AddRange(state.HistorySizeBytes <= LargestBytes ? events : WithinBytes(events));

        var next = first + history.Events.Count;
        if (next <= lastStored)
        {
            var rest = unwritten.Count == 0 ? string.Empty : Convert.ToBase64String(new History { Events = { unwritten } }.ToByteArray());
            return new(history, new HistoryToken(state.Key.RunId, next, unwritten.Count == 0 ? last : lastStored, rest).ToBytes());
        }

        history.Events.AddRange(unwritten);
        return new(history, ByteString.Empty);
    }

    // One event at least, whatever its size.
    private static IEnumerable<HistoryEvent> WithinBytes(IEnumerable<HistoryEvent> events)
    {
        var bytes = 0;
        return events.TakeWhile(e => (bytes += e.CalculateSize()) <= LargestBytes || bytes == e.CalculateSize());
    }
}
