using Temporalio.Api.Schedule.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client.Interceptors;
using Temporalio.Client.Schedules;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <content>Schedules.</content>
internal sealed partial class ClientRoot
{
    /// <inheritdoc />
    public override async Task<ScheduleHandle> CreateScheduleAsync(CreateScheduleInput input)
    {
        var state = input.Schedule.State;
        if (state.LimitedActions != (state.RemainingActions > 0))
        {
            throw new ArgumentException(
                $"LimitedActions is {state.LimitedActions} with {state.RemainingActions} RemainingActions: set both or neither",
                nameof(input));
        }

        var request = new CreateScheduleRequest
        {
            Namespace = Namespace,
            ScheduleId = input.Id,
            Schedule = await input.Schedule.ToProtoAsync(Namespace, client.Options.DataConverter),
            InitialPatch = ToInitialPatch(input),
            Identity = Identity,
            RequestId = Guid.NewGuid().ToString(),
            Memo = await RawMemo.WriteAsync(input.Options?.Memo, client.Options.DataConverter),
            SearchAttributes = input.Options?.TypedSearchAttributes?.ToProto(),
        };
        try
        {
            await Service.CreateScheduleAsync(request, TemporalClient.DefaultRetryOptions(input.Options?.Rpc));
        }
        catch (RpcException e) when (e.Code == RpcException.StatusCode.AlreadyExists)
        {
            throw new ScheduleAlreadyRunningException();
        }

        return new(client, input.Id);
    }

    /// <inheritdoc />
    public override async Task<ScheduleDescription> DescribeScheduleAsync(DescribeScheduleInput input)
    {
        var response = await Service.DescribeScheduleAsync(
            new() { Namespace = Namespace, ScheduleId = input.Id },
            TemporalClient.DefaultRetryOptions(input.RpcOptions));
        var converter = client.Options.DataConverter;
        return new(
            input.Id,
            await Schedules.Schedule.FromProtoAsync(response.Schedule, Namespace, converter),
            response,
            converter);
    }

    /// <inheritdoc />
    public override async IAsyncEnumerable<ScheduleListDescription> ListSchedulesAsync(ListSchedulesInput input)
    {
        byte[]? token = null;
        do
        {
            var response = await Service.ListSchedulesAsync(
                new() { Namespace = Namespace, NextPageToken = ToToken(token), Query = input.Options?.Query ?? string.Empty },
                TemporalClient.DefaultRetryOptions(input.Options?.Rpc));
            foreach (var entry in response.Schedules)
            {
                yield return new(entry, client.Options.DataConverter);
            }

            token = FromToken(response.NextPageToken);
        }
        while (token is not null);
    }

    /// <inheritdoc />
    public override async Task UpdateScheduleAsync(UpdateScheduleInput input)
    {
        var description = await DescribeScheduleAsync(new(input.Id, input.RpcOptions));
        var update = await input.Updater(new(description));
        if (update is null)
        {
            return;
        }

        // Without a conflict token the last update wins; with a stale one the server would drop the update silently.
        var request = new UpdateScheduleRequest
        {
            Namespace = Namespace,
            ScheduleId = input.Id,
            Schedule = await update.Schedule.ToProtoAsync(Namespace, client.Options.DataConverter),
            Identity = Identity,
            RequestId = Guid.NewGuid().ToString(),
            SearchAttributes = update.TypedSearchAttributes?.ToProto(),
        };
        await Service.UpdateScheduleAsync(request, TemporalClient.DefaultRetryOptions(input.RpcOptions));
    }

    /// <inheritdoc />
    public override Task DeleteScheduleAsync(DeleteScheduleInput input) => Service.DeleteScheduleAsync(
        new() { Namespace = Namespace, ScheduleId = input.Id, Identity = Identity },
        TemporalClient.DefaultRetryOptions(input.RpcOptions));

    /// <inheritdoc />
    public override Task BackfillScheduleAsync(BackfillScheduleInput input) => input.Backfills.Count == 0
        ? throw new ArgumentException("At least one backfill required", nameof(input))
        : PatchAsync(
            input.Id,
            new() { BackfillRequest = { input.Backfills.Select(backfill => backfill.ToProto()) } },
            input.RpcOptions);

    /// <inheritdoc />
    public override Task PauseScheduleAsync(PauseScheduleInput input) =>
        PatchAsync(input.Id, new() { Pause = input.Note ?? "Paused via .NET SDK" }, input.RpcOptions);

    /// <inheritdoc />
    public override Task UnpauseScheduleAsync(UnpauseScheduleInput input) =>
        PatchAsync(input.Id, new() { Unpause = input.Note ?? "Unpaused via .NET SDK" }, input.RpcOptions);

    /// <inheritdoc />
    public override Task TriggerScheduleAsync(TriggerScheduleInput input) => PatchAsync(
        input.Id,
        new() { TriggerImmediately = new() { OverlapPolicy = input.Options?.Overlap ?? default } },
        input.Options?.Rpc);

    private static SchedulePatch? ToInitialPatch(CreateScheduleInput input)
    {
        var options = input.Options;
        return options is null || (!options.TriggerImmediately && options.Backfills.Count == 0)
            ? null
            : new()
            {
                TriggerImmediately = options.TriggerImmediately
                    ? new() { OverlapPolicy = input.Schedule.Policy.Overlap }
                    : null,
                BackfillRequest = { options.Backfills.Select(backfill => backfill.ToProto()) },
            };
    }

    private Task PatchAsync(string id, SchedulePatch patch, RpcOptions? rpc) => Service.PatchScheduleAsync(
        new()
        {
            Namespace = Namespace,
            ScheduleId = id,
            Patch = patch,
            Identity = Identity,
            RequestId = Guid.NewGuid().ToString(),
        },
        TemporalClient.DefaultRetryOptions(rpc));
}
