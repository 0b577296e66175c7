using System.Globalization;
using Gauntlet.Benchmarks.Server.Load;
using Google.Protobuf;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Benchmarks.Server;

/// <summary>Lists and counts a second where there are 100,000 runs: by id, by an attribute, by type and status, all by status.</summary>
internal sealed class ListsBenchmark() : ServerBenchmark("lists", "lists and counts/s at 100,000 runs", peerOnFile: false)
{
    private const int Runs = 100_000, Types = 10, Colours = 1000, Page = 50;
    private const string Colour = "BenchColour";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task<double> MeasureAsync(LoadClient client, CancellationToken cancellation)
    {
        await client.OperateAsync<AddSearchAttributesRequest, AddSearchAttributesResponse>(
            "AddSearchAttributes", new() { Namespace = LoadClient.Namespace, SearchAttributes = { [Colour] = IndexedValueType.Keyword } }, cancellation);
        await KnownAsync(client, cancellation);
        await Pressure.EachAsync(Runs, number => StartAsync(client, number, cancellation), cancellation);
        await ShownAsync(client, cancellation);
        return await Pressure.RateAsync(number => AskAsync(client, number, cancellation));
    }

    private static Task StartAsync(LoadClient client, int number, CancellationToken cancellation) =>
        client.StartAsync($"run-{number}", $"Type{number % Types}", cancellation, request => request.SearchAttributes = new()
        {
            IndexedFields =
            {
                [Colour] = new()
                {
                    Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain"), ["type"] = ByteString.CopyFromUtf8("Keyword") },
                    Data = ByteString.CopyFromUtf8($"\"colour-{number % Colours}\""),
                },
            },
        });

    private static Task AskAsync(LoadClient client, int number, CancellationToken cancellation) => (number % 5) switch
    {
        0 => ListAsync(client, string.Create(CultureInfo.InvariantCulture, $"WorkflowId = 'run-{number * 7919L % Runs}'"), cancellation),
        1 => ListAsync(client, $"{Colour} = 'colour-{number % Colours}'", cancellation),
        2 => ListAsync(client, $"WorkflowType = 'Type{number % Types}' AND ExecutionStatus = 'Running'", cancellation),
        3 => client.CountAsync($"WorkflowType = 'Type{number % Types}'", cancellation),
        _ => client.CountAsync("GROUP BY ExecutionStatus", cancellation),
    };

    private static Task ListAsync(LoadClient client, string query, CancellationToken cancellation) => client.AskAsync(
        "ListWorkflowExecutions", new ListWorkflowExecutionsRequest { Namespace = LoadClient.Namespace, Query = query, PageSize = Page }, cancellation);

    // The real server takes a moment to know a new attribute everywhere.
    private static Task KnownAsync(LoadClient client, CancellationToken cancellation) => UntilAsync(async () =>
    {
        try
        {
            await StartAsync(client, Runs, cancellation);
            return true;
        }
        catch (Gauntlet.Temporal.Grpc.GrpcException unknown) when (unknown.Code == Gauntlet.Temporal.Grpc.GrpcStatusCode.InvalidArgument)
        {
            return false;
        }
    }, cancellation);

    // Lists follow behind the starts.
    private static Task ShownAsync(LoadClient client, CancellationToken cancellation) =>
        UntilAsync(async () => await client.CountAsync(string.Empty, cancellation) > Runs, cancellation);

    private static async Task UntilAsync(Func<Task<bool>> condition, CancellationToken cancellation)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(begin) > Patience) throw new TimeoutException($"The server is not ready for lists within {Patience}.");
            await Task.Delay(Pause, TimeProvider.System, cancellation);
        }
    }
}
