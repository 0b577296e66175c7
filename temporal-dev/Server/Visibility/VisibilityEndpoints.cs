using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Visibility.Attributes;
using Gauntlet.Temporal.Server.Visibility.Filters;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Visibility;

/// <summary>Calls that list and count runs.</summary>
internal sealed class VisibilityEndpoints(VisibilityIndex index, ISearchAttributeCatalog catalog)
{
    private const int LargestPage = 1000, LargestArchivedPage = 10_000;

    /// <summary>Adds the methods.</summary>
    public static void Map(GrpcServiceMap map, VisibilityIndex index, ISearchAttributeCatalog catalog)
    {
        var self = new VisibilityEndpoints(index, catalog);
        map.Unary<ListWorkflowExecutionsRequest, ListWorkflowExecutionsResponse>(ServiceNames.Workflow, "ListWorkflowExecutions", (r, _) => Task.FromResult(self.List(r)))
            .Unary<ScanWorkflowExecutionsRequest, ScanWorkflowExecutionsResponse>(ServiceNames.Workflow, "ScanWorkflowExecutions", (r, _) => Task.FromResult(self.Scan(r)))
            .Unary<CountWorkflowExecutionsRequest, CountWorkflowExecutionsResponse>(ServiceNames.Workflow, "CountWorkflowExecutions", (r, _) => Task.FromResult(self.Count(r)))
            .Unary<ListOpenWorkflowExecutionsRequest, ListOpenWorkflowExecutionsResponse>(ServiceNames.Workflow, "ListOpenWorkflowExecutions", (r, _) => Task.FromResult(self.Open(r)))
            .Unary<ListClosedWorkflowExecutionsRequest, ListClosedWorkflowExecutionsResponse>(ServiceNames.Workflow, "ListClosedWorkflowExecutions", (r, _) => Task.FromResult(self.Closed(r)))
            .Unary<ListArchivedWorkflowExecutionsRequest, ListArchivedWorkflowExecutionsResponse>(ServiceNames.Workflow, "ListArchivedWorkflowExecutions", static (r, _) =>
                throw new GrpcException(GrpcStatusCode.InvalidArgument, r.PageSize > LargestArchivedPage ? $"PageSize is larger than allowed {LargestArchivedPage}." : "Cluster is not configured for visibility archival."))
            .Unary<GetSearchAttributesRequest, GetSearchAttributesResponse>(ServiceNames.Workflow, "GetSearchAttributes", static (_, _) => Task.FromResult(LegacyAttributes()));
    }

    private ListWorkflowExecutionsResponse List(ListWorkflowExecutionsRequest request)
    {
        var (runs, next) = Page(request.Namespace, Filter(request.Namespace, request.Query), request.PageSize, request.NextPageToken);
        return new() { Executions = { runs.Select(VisibilityView.Entry) }, NextPageToken = next };
    }

    private ScanWorkflowExecutionsResponse Scan(ScanWorkflowExecutionsRequest request)
    {
        var (runs, next) = Page(request.Namespace, Filter(request.Namespace, request.Query), request.PageSize, request.NextPageToken);
        return new() { Executions = { runs.Select(VisibilityView.Entry) }, NextPageToken = next };
    }

    private ListOpenWorkflowExecutionsResponse Open(ListOpenWorkflowExecutionsRequest request)
    {
        var filter = LegacyFilter.Open(request.StartTimeFilter, request.ExecutionFilter, request.TypeFilter);
        var (runs, next) = Page(request.Namespace, filter, request.MaximumPageSize, request.NextPageToken);
        return new() { Executions = { runs.Select(VisibilityView.Entry) }, NextPageToken = next };
    }

    private ListClosedWorkflowExecutionsResponse Closed(ListClosedWorkflowExecutionsRequest request)
    {
        var filter = LegacyFilter.Closed(request.StartTimeFilter, request.ExecutionFilter, request.TypeFilter, request.StatusFilter);
        var (runs, next) = Page(request.Namespace, filter, request.MaximumPageSize, request.NextPageToken);
        return new() { Executions = { runs.Select(VisibilityView.Entry) }, NextPageToken = next };
    }

    private CountWorkflowExecutionsResponse Count(CountWorkflowExecutionsRequest request)
    {
        RequireNamespace(request.Namespace);
        var (filter, byStatus) = new FilterCompiler(request.Namespace, catalog).Count(FilterParser.Parse(request.Query));
        var groups = index.Count(request.Namespace, filter);
        var response = new CountWorkflowExecutionsResponse { Count = groups.Sum(static group => (long)group.Value) };
        if (byStatus) response.Groups.AddRange(groups.Select(static group => Group(group.Key, group.Value)));
        return response;
    }

    private static CountWorkflowExecutionsResponse.Types.AggregationGroup Group(WorkflowExecutionStatus status, int count)
    {
        var value = new Payload { Data = ByteString.CopyFromUtf8($"\"{status}\"") };
        value.Metadata["encoding"] = ByteString.CopyFromUtf8("json/plain");
        return new() { GroupValues = { SearchAttributeValue.WithType(value, IndexedValueType.Keyword) }, Count = count };
    }

    // The old call knows the columns of a SQL store instead of the names that users gave to them.
    private static GetSearchAttributesResponse LegacyAttributes()
    {
        var response = new GetSearchAttributesResponse();
        foreach (var (name, type) in SystemSearchAttributes.OfRuns.Concat(SystemSearchAttributes.Predefined)) response.Keys.Add(name, type);
        foreach (var (type, limit) in SystemSearchAttributes.CustomLimits)
        {
            for (var i = 1; i <= limit; i++) response.Keys.Add($"{type}{i:00}", type);
        }

        return response;
    }

    private RunFilter Filter(string @namespace, string query) => new FilterCompiler(@namespace, catalog).List(FilterParser.Parse(query));

    private (IReadOnlyList<IndexedRun> Runs, ByteString Next) Page(string @namespace, RunFilter filter, int size, ByteString token)
    {
        RequireNamespace(@namespace);
        return index.Page(@namespace, filter, size is > 0 and < LargestPage ? size : LargestPage, token);
    }

    private static void RequireNamespace(string @namespace)
    {
        if (@namespace.Length == 0) throw new GrpcException(GrpcStatusCode.InvalidArgument, "Namespace is empty.");
    }
}
