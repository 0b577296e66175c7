using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Store.Json;

namespace Gauntlet.Temporal.Server.Batch;

/// <summary>Keeps batches: what each is to do, written once, and apart from it how far it has come.</summary>
internal sealed class BatchShelf(IRecordStore records)
{
    private const string Orders = "batch", Steps = "batch-progress";

    /// <summary>All batches that were kept.</summary>
    public async Task<IReadOnlyList<(BatchOrder Order, BatchProgress Progress)>> ReadAsync()
    {
        var steps = (await records.ReadAsync(Steps)).Select(static record => StoreJson.Read<Step>(record.Data)).ToDictionary(static step => step.Key, StringComparer.Ordinal);
        return [.. (await records.ReadAsync(Orders)).Select(static record => StoreJson.Read<BatchOrder>(record.Data))
            .Select(order => (order, steps.GetValueOrDefault(order.Key)?.Progress ?? BatchProgress.None))];
    }

    /// <summary>Keeps a new batch; one of the same id that has ended is forgotten.</summary>
    public ValueTask AddAsync(BatchOrder order) => records.SaveAsync(new(Orders, order.Request.Namespace, order.Request.JobId, StoreJson.Write(order)));

    /// <summary>Keeps how far a batch has come.</summary>
    public ValueTask StepAsync(BatchOrder order, BatchProgress progress) =>
        records.SaveAsync(new(Steps, order.Request.Namespace, order.Request.JobId, StoreJson.Write(new Step(order.Key, progress))));

    private sealed record Step(string Key, BatchProgress Progress);
}
