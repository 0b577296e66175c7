using Gauntlet.Temporal.Server.Engine.Calls;
using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Time;
using Gauntlet.Temporal.Server.Visibility;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Schedules;

/// <summary>Calls that create, show, change and end schedules.</summary>
internal sealed class ScheduleEndpoints(ScheduleBook book, VisibilityIndex index, ISearchAttributeCatalog catalog, TimeProvider clock)
{
    private const int LargestPage = 1000, LongestNotes = 1000;

    /// <summary>Adds the methods.</summary>
    public void Map(GrpcServiceMap map) => map
        .Unary<CreateScheduleRequest, CreateScheduleResponse>(ServiceNames.Workflow, "CreateSchedule", (r, _) => CreateAsync(r))
        .Unary<DescribeScheduleRequest, DescribeScheduleResponse>(ServiceNames.Workflow, "DescribeSchedule", (r, _) => DescribeAsync(r))
        .Unary<UpdateScheduleRequest, UpdateScheduleResponse>(ServiceNames.Workflow, "UpdateSchedule", (r, _) => UpdateAsync(r))
        .Unary<PatchScheduleRequest, PatchScheduleResponse>(ServiceNames.Workflow, "PatchSchedule", (r, _) => PatchAsync(r))
        .Unary<DeleteScheduleRequest, DeleteScheduleResponse>(ServiceNames.Workflow, "DeleteSchedule", (r, _) => DeleteAsync(r))
        .Unary<ListSchedulesRequest, ListSchedulesResponse>(ServiceNames.Workflow, "ListSchedules", (r, _) => ListAsync(r))
        .Unary<ListScheduleMatchingTimesRequest, ListScheduleMatchingTimesResponse>(ServiceNames.Workflow, "ListScheduleMatchingTimes", (r, _) => MatchingAsync(r));

    private async Task<CreateScheduleResponse> CreateAsync(CreateScheduleRequest request)
    {
        RequestChecks.Length(request.ScheduleId, "WorkflowId");
        RequestChecks.Require(request.RequestId.Length > 0, "RequestId is not set on request.");
        RequestChecks.Length(request.RequestId, "RequestId");
        catalog.Validate(request.Namespace, request.SearchAttributes);
        var definition = Definition(request.Namespace, request.Schedule);
        var state = new ScheduleState(request.Namespace, request.ScheduleId, request.RequestId, definition, clock.GetUtcNow())
        {
            Memo = request.Memo,
            SearchAttributes = SearchAttributeTypes.Complete(catalog, request.Namespace, request.SearchAttributes),
        };
        var (runner, isNew) = book.Add(state);
        if (isNew) await runner.PatchAsync(request.InitialPatch ?? new SchedulePatch());
        return new() { ConflictToken = await runner.ReadAsync(ScheduleView.Token) };
    }

    private Schedule Definition(string @namespace, Schedule? asked)
    {
        var definition = ScheduleDefinition.Complete(asked);
        if (definition.Action.StartWorkflow is { } start)
        {
            catalog.Validate(@namespace, start.SearchAttributes);
            start.SearchAttributes = SearchAttributeTypes.Complete(catalog, @namespace, start.SearchAttributes);
        }

        return definition;
    }

    private Task<DescribeScheduleResponse> DescribeAsync(DescribeScheduleRequest request) =>
        book.Require(request.Namespace, request.ScheduleId, "schedule not found").ReadAsync(ScheduleView.Describe);

    private async Task<UpdateScheduleResponse> UpdateAsync(UpdateScheduleRequest request)
    {
        RequestChecks.Length(request.RequestId, "RequestId");
        catalog.Validate(request.Namespace, request.SearchAttributes);
        var definition = Definition(request.Namespace, request.Schedule);
        var runner = book.Require(request.Namespace, request.ScheduleId);
        await runner.ChangeAsync(state =>
        {
            // As on the real server, an update that missed a change is dropped without a word.
            if (!request.ConflictToken.IsEmpty && request.ConflictToken != ScheduleView.Token(state)) return Task.CompletedTask;
            state.Replace(definition, clock.GetUtcNow());
            if (request.SearchAttributes is not null) state.SearchAttributes = SearchAttributeTypes.Complete(catalog, request.Namespace, request.SearchAttributes);
            return Task.CompletedTask;
        });
        return new();
    }

    private async Task<PatchScheduleResponse> PatchAsync(PatchScheduleRequest request)
    {
        RequestChecks.Length(request.RequestId, "RequestId");
        if (request.Patch is null) throw Refusal.Unexpected();
        RequestChecks.Require(request.Patch.Pause.Length <= LongestNotes && request.Patch.Unpause.Length <= LongestNotes, "Schedule notes exceeds limit.");
        await book.Require(request.Namespace, request.ScheduleId).PatchAsync(request.Patch);
        return new();
    }

    private async Task<DeleteScheduleResponse> DeleteAsync(DeleteScheduleRequest request)
    {
        await book.DeleteAsync(request.Namespace, request.ScheduleId);
        return new();
    }

    private async Task<ListSchedulesResponse> ListAsync(ListSchedulesRequest request)
    {
        var filter = ScheduleFilter.Of(request.Namespace, request.Query, catalog);
        var size = request.MaximumPageSize is > 0 and < LargestPage ? request.MaximumPageSize : LargestPage;
        var (runs, next) = index.Page(request.Namespace, filter, size, request.NextPageToken);
        var response = new ListSchedulesResponse { NextPageToken = next };
        foreach (var run in runs)
        {
            var id = ScheduleRecord.ScheduleId(run.Record.WorkflowId);
            // One that is deleted meanwhile is no longer there to be listed.
            if (book.Find(request.Namespace, id) is { } runner) response.Schedules.Add(await EntryAsync(run, id, runner));
        }

        return response;
    }

    private static async Task<ScheduleListEntry> EntryAsync(IndexedRun run, string id, ScheduleRunner runner)
    {
        var entry = new ScheduleListEntry { ScheduleId = id, Memo = run.Record.Memo };
        foreach (var (name, value) in run.Attributes.Where(static a => a.Key is not ("TemporalNamespaceDivision" or "TemporalSchedulePaused")))
            (entry.SearchAttributes ??= new()).IndexedFields.Add(name, value);
        entry.Info = await runner.ReadAsync(ScheduleView.Listed);
        return entry;
    }

    private async Task<ListScheduleMatchingTimesResponse> MatchingAsync(ListScheduleMatchingTimesRequest request)
    {
        var runner = book.Require(request.Namespace, request.ScheduleId);
        if (request.StartTime is null || request.EndTime is null)
            throw GrpcException.With(GrpcStatusCode.InvalidArgument, "missing or invalid query", new QueryFailedFailure());
        var times = await runner.ReadAsync(state => state.Times.Between(request.StartTime.Instant(), request.EndTime.Instant(), LargestPage).ToList());
        return new() { StartTime = { times.Select(static time => Timestamp.FromDateTimeOffset(time.Actual)) } };
    }
}
