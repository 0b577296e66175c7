using Microsoft.Extensions.Logging;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Worker.Instances;

/// <summary>Answers queries.</summary>
internal sealed class QueryHandling
{
    private readonly WorkflowInstance _instance;
    private WorkflowQueryDefinition? _dynamic;

    /// <summary>Makes the part of a run that answers queries.</summary>
    public QueryHandling(WorkflowInstance instance)
    {
        _instance = instance;
        _dynamic = instance.Settings.Definition.DynamicQuery;
        Table = new(instance.Settings.Definition.Queries, d => d.Name, instance.Guard, (_, _) => { });
    }

    /// <summary>Handlers by name.</summary>
    public HandlerTable<WorkflowQueryDefinition> Table { get; }

    /// <summary>Whether a query is being answered.</summary>
    public bool IsAnswering { get; private set; }

    /// <summary>Handler of every other query; null for none.</summary>
    public WorkflowQueryDefinition? Dynamic
    {
        get => _dynamic;
        set
        {
            _instance.Guard.RequireWritable("modify workflow handlers");
            _dynamic = value is { Dynamic: false }
                ? throw new ArgumentException($"Query {value.Name} is not dynamic", nameof(value))
                : value;
        }
    }

    /// <summary>Answers a query; what goes wrong is the answer.</summary>
    public WorkflowQueryResult Answer(string id, WorkflowQuery query)
    {
        var result = new WorkflowQueryResult();
        IsAnswering = true;
        try
        {
            _instance.RunReadOnly(() =>
            {
                Answer(id, query, result);
                return Task.CompletedTask;
            });
        }
        finally
        {
            IsAnswering = false;
        }

        return result;
    }

    private void Answer(string id, WorkflowQuery query, WorkflowQueryResult result)
    {
        try
        {
            var value = _instance.Guard.Run(() => Evaluate(id, query), out var commands);
            if (commands > 0)
            {
                _instance.Machines.Commands.DropLast(commands);
                throw new InvalidOperationException($"Query handler for {query.QueryType} created workflow commands");
            }

            result.ResultType = QueryResultType.Answered;
            result.Answer = new() { Payloads_ = { _instance.Converter.PayloadConverter.ToPayload(value) } };
        }
        catch (Exception e)
        {
            _instance.Logger.LogDebug(e, "Query {QueryType} failed", query.QueryType);
            result.ResultType = QueryResultType.Failed;
            result.ErrorMessage = e.Message;
            result.Failure = _instance.Converter.FailureConverter.ToFailure(e, _instance.Converter.PayloadConverter);
        }
    }

    private object? Evaluate(string id, WorkflowQuery query)
    {
        switch (query.QueryType)
        {
            case "__temporal_workflow_metadata":
                return MetadataQuery.Answer(_instance);
            case "__stack_trace":
                return _instance.Pending.Describe();
            default:
                break;
        }

        IReadOnlyList<Api.Common.V1.Payload> payloads = query.QueryArgs?.Payloads_ ?? [];
        var definition = Find(query.QueryType);
        var args = definition.Dynamic
            ? Parameters.DecodeDynamic(query.QueryType, payloads)
            : Parameters.Decode(_instance.Converter.PayloadConverter, payloads, definition.Handler.Parameters);
        _ = _instance.Object;
        return _instance.Inbound.HandleQuery(new(id, query.QueryType, definition, args, CallHeaders.Read(query.Header)));
    }

    private WorkflowQueryDefinition Find(string name)
    {
        if (Table.TryGetValue(name, out var definition))
        {
            return definition;
        }

        return !DefinitionNames.IsReservedQuery(name) && _dynamic != null
            ? _dynamic
            : throw new InvalidOperationException(
                $"Query handler for {name} expected but not found, known queries: [{string.Join(' ', Table.Keys)}]");
    }
}
