using Gauntlet.Contracts.Names;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace Gauntlet.Host.Composition;

/// <summary>Makes sure that a server knows the search attributes that workflows keep.</summary>
internal static class SearchAttributeRegistry
{
    private static readonly IReadOnlyDictionary<string, IndexedValueType> Wanted = new SortedDictionary<string, IndexedValueType>(StringComparer.Ordinal)
    {
        [AttributeNames.Grade] = IndexedValueType.Keyword,
        [AttributeNames.Stage] = IndexedValueType.Keyword,
        [AttributeNames.Stopped] = IndexedValueType.Bool,
        [AttributeNames.Strategy] = IndexedValueType.Keyword,
        [AttributeNames.Study] = IndexedValueType.Keyword,
        [AttributeNames.Trial] = IndexedValueType.Int,
        [AttributeNames.Verdict] = IndexedValueType.Keyword,
    };

    // A server with a cache of attributes takes them on only after a while.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1), Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Registers what is missing and returns once all are there.</summary>
    /// <exception cref="TimeoutException">The server took them but does not show them.</exception>
    public static async Task EnsureAsync(ITemporalClient client, TimeProvider clock, CancellationToken cancellation)
    {
        var missing = await MissingAsync(client, cancellation);
        if (missing.Count == 0) return;
        var request = new AddSearchAttributesRequest { Namespace = client.Options.Namespace };
        foreach (var name in missing) request.SearchAttributes.Add(name, Wanted[name]);
        try
        {
            await client.OperatorService.AddSearchAttributesAsync(request, new() { CancellationToken = cancellation });
        }
        catch (RpcException error) when (error.Code == RpcException.StatusCode.AlreadyExists)
        {
            // Another process registered them in between, which is as good.
        }

        for (var start = clock.GetTimestamp(); (await MissingAsync(client, cancellation)).Count > 0; await Task.Delay(Pause, clock, cancellation))
        {
            if (clock.GetElapsedTime(start) > Patience) throw new TimeoutException($"The Temporal server took the search attributes {string.Join(", ", missing)} but does not show them.");
        }
    }

    private static async Task<IReadOnlyList<string>> MissingAsync(ITemporalClient client, CancellationToken cancellation)
    {
        var known = await client.OperatorService.ListSearchAttributesAsync(new() { Namespace = client.Options.Namespace }, new() { CancellationToken = cancellation });
        return [.. Wanted.Keys.Where(name => !known.CustomAttributes.ContainsKey(name))];
    }
}
