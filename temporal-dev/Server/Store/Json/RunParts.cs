using System.Collections.Immutable;
using System.Globalization;
using Gauntlet.Temporal.Server.Engine.State;
using Temporalio.Api.Common.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Workflow.V1;

namespace Gauntlet.Temporal.Server.Store.Json;

/// <summary>A run in parts, so that a change writes what it changed and nothing else.</summary>
internal static class RunParts
{
    /// <summary>What is to be written so that the parts of one state become those of another.</summary>
    /// <param name="before">State as stored; null for a new run.</param>
    /// <param name="after">State to store.</param>
    public static List<RunPart> Changes(RunState? before, RunState after)
    {
        var parts = new List<RunPart>();
        Map(parts, PartKind.Activity, before?.Activities, after.Activities, Text);
        Map(parts, PartKind.Timer, before?.Timers, after.Timers, static key => key);
        Map(parts, PartKind.Child, before?.Children, after.Children, Text);
        Map(parts, PartKind.Signal, before?.Signals, after.Signals, Text);
        Map(parts, PartKind.Cancel, before?.Cancels, after.Cancels, Text);
        Map(parts, PartKind.NexusOperation, before?.NexusOperations, after.NexusOperations, Text);
        Map(parts, PartKind.Callback, before?.Callbacks, after.Callbacks, Text);
        Map(parts, PartKind.Update, before?.Updates, after.Updates, static key => key);
        Map(parts, PartKind.Request, before?.Requests, after.Requests, static key => key);
        List(parts, PartKind.Buffered, before?.Buffered, after.Buffered);
        List(parts, PartKind.ResetPoint, before?.ResetPoints, after.ResetPoints);
        Single(parts, PartKind.Memo, before?.Memo, after.Memo);
        Single(parts, PartKind.SearchAttributes, before?.SearchAttributes, after.SearchAttributes);
        SignalRequests(parts, before?.SignalRequestIds, after.SignalRequestIds);
        return parts;
    }

    /// <summary>Puts a stored part into a state.</summary>
    public static void Put(RunState state, RunPart part)
    {
        var data = part.Data!;
        switch (part.Kind)
        {
            case PartKind.Activity:
                state.Activities = state.Activities.Add(Number(part.Key), StoreJson.Read<PendingActivity>(data));
                break;
            case PartKind.Timer:
                state.Timers = state.Timers.Add(part.Key, StoreJson.Read<PendingTimer>(data));
                break;
            case PartKind.Child:
                state.Children = state.Children.Add(Number(part.Key), StoreJson.Read<PendingChild>(data));
                break;
            case PartKind.Signal:
                state.Signals = state.Signals.Add(Number(part.Key), StoreJson.Read<PendingSignal>(data));
                break;
            case PartKind.Cancel:
                state.Cancels = state.Cancels.Add(Number(part.Key), StoreJson.Read<PendingCancel>(data));
                break;
            case PartKind.Update:
                state.Updates = state.Updates.Add(part.Key, StoreJson.Read<UpdateEntry>(data));
                break;
            default:
                PutRest(state, part, data);
                break;
        }
    }

    private static void PutRest(RunState state, RunPart part, string data)
    {
        switch (part.Kind)
        {
            case PartKind.NexusOperation:
                state.NexusOperations = state.NexusOperations.Add(Number(part.Key), StoreJson.Read<PendingNexusOperation>(data));
                break;
            case PartKind.Callback:
                state.Callbacks = state.Callbacks.Add(Number(part.Key), StoreJson.Read<CompletionCallback>(data));
                break;
            case PartKind.Buffered:
                state.Buffered = state.Buffered.Add(StoreJson.Read<HistoryEvent>(data));
                break;
            case PartKind.SignalRequest:
                state.SignalRequestIds = state.SignalRequestIds.Add(part.Key);
                break;
            case PartKind.Request:
                state.Requests = state.Requests.Add(part.Key, StoreJson.Read<RequestTrace>(data));
                break;
            case PartKind.ResetPoint:
                state.ResetPoints = state.ResetPoints.Add(StoreJson.Read<ResetPointInfo>(data));
                break;
            case PartKind.Memo:
                state.Memo = StoreJson.Read<Memo>(data);
                break;
            case PartKind.SearchAttributes:
                state.SearchAttributes = StoreJson.Read<SearchAttributes>(data);
                break;
            default:
                throw new InvalidDataException($"run {state.Key} has a part of kind {part.Kind}, which this version does not know: use the version that wrote it, or a later one.");
        }
    }

    private static void Map<TKey, TValue>(
        List<RunPart> parts, PartKind kind, IReadOnlyDictionary<TKey, TValue>? before, IReadOnlyDictionary<TKey, TValue> after, Func<TKey, string> key)
        where TKey : notnull
        where TValue : class
    {
        if (ReferenceEquals(before, after))
        {
            return;
        }

        foreach (var (id, value) in after)
        {
            if (before is null || !before.TryGetValue(id, out var was) || !ReferenceEquals(was, value))
            {
                parts.Add(new(kind, key(id), StoreJson.Write(value)));
            }
        }

        foreach (var id in before?.Keys ?? [])
        {
            if (!after.ContainsKey(id))
            {
                parts.Add(new(kind, key(id), null));
            }
        }
    }

    // Keys are places, written so that they sort as numbers do.
    private static void List<TValue>(List<RunPart> parts, PartKind kind, ImmutableList<TValue>? before, ImmutableList<TValue> after)
        where TValue : class
    {
        if (ReferenceEquals(before, after))
        {
            return;
        }

        for (var place = 0; place < after.Count; place++)
        {
            if (before is null || place >= before.Count || !ReferenceEquals(before[place], after[place]))
            {
                parts.Add(new(kind, Place(place), StoreJson.Write(after[place])));
            }
        }

        for (var place = after.Count; place < (before?.Count ?? 0); place++)
        {
            parts.Add(new(kind, Place(place), null));
        }
    }

    private static void Single<TValue>(List<RunPart> parts, PartKind kind, TValue? before, TValue? after)
        where TValue : class
    {
        if (!ReferenceEquals(before, after))
        {
            parts.Add(new(kind, string.Empty, after is null ? null : StoreJson.Write(after)));
        }
    }

    // Ids are only ever added.
    private static void SignalRequests(List<RunPart> parts, RequestIds? before, RequestIds after)
    {
        foreach (var id in after.Since(before))
        {
            parts.Add(new(PartKind.SignalRequest, id, string.Empty));
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Place(int place) => place.ToString("D6", CultureInfo.InvariantCulture);

    private static long Number(string key) => long.Parse(key, CultureInfo.InvariantCulture);
}
