using Microsoft.Extensions.Logging;
using Temporalio.Api.Common.V1;
using Temporalio.Worker.Interceptors;
using Temporalio.Worker.Machines;
using Temporalio.Workflows;

namespace Temporalio.Worker.Instances;

/// <summary>Validates updates and gives them to their handlers.</summary>
internal sealed class UpdateHandling
{
    private static readonly AsyncLocal<WorkflowUpdateInfo?> CurrentUpdate = new();

    private readonly WorkflowInstance _instance;
    private WorkflowUpdateDefinition? _dynamic;

    /// <summary>Makes the part of a run that handles updates.</summary>
    public UpdateHandling(WorkflowInstance instance)
    {
        _instance = instance;
        _dynamic = instance.Settings.Definition.DynamicUpdate;
        Table = new(instance.Settings.Definition.Updates, d => d.Name, instance.Guard, (_, _) => { });
    }

    /// <summary>The update whose handler runs here; null outside of handlers.</summary>
    public static WorkflowUpdateInfo? Current => CurrentUpdate.Value;

    /// <summary>Handlers by name.</summary>
    public HandlerTable<WorkflowUpdateDefinition> Table { get; }

    /// <summary>Handler of every other update; null for none.</summary>
    public WorkflowUpdateDefinition? Dynamic
    {
        get => _dynamic;
        set
        {
            _instance.Guard.RequireWritable("modify workflow handlers");
            _dynamic = value is { Dynamic: false }
                ? throw new ArgumentException($"Update {value.Name} is not dynamic", nameof(value))
                : value;
        }
    }

    /// <summary>Takes an update.</summary>
    public void Receive(UpdateMachine update, UpdateRequest request, bool isReplaying)
    {
        // The handler counts as running from its arrival, so that nobody ends the run between.
        var name = request.Request.Input.Name;
        var definition = Find(name);
        var running = definition == null ? null : _instance.Handlers.Begin(name, request.ProtocolInstanceId, definition.UnfinishedPolicy);
        _ = _instance.Start(async () =>
        {
            using var ending = running;
            CurrentUpdate.Value = new(request.ProtocolInstanceId, name);
            try
            {
                if (TryAccept(definition, update, request, isReplaying))
                {
                    await HandleAsync(definition!, update, request);
                }
            }
            catch (Exception e)
            {
                _instance.Outcome.FailTask(e);
            }
        });
    }

    private WorkflowUpdateDefinition? Find(string name) =>
        Table.TryGetValue(name, out var definition) ? definition : DefinitionNames.IsReserved(name) ? null : _dynamic;

    private bool TryAccept(WorkflowUpdateDefinition? definition, UpdateMachine update, UpdateRequest request, bool isReplaying)
    {
        // In a replay the update is known to have been accepted: the validator has had its say.
        if (!isReplaying)
        {
            try
            {
                Validate(definition, request);
            }
            catch (Exception e) when (e is not ValidatorCommandsException)
            {
                _instance.Logger.LogDebug(e, "Update {UpdateName} rejected", request.Request.Input.Name);
                update.Reject(_instance.Converter.FailureConverter.ToFailure(e, _instance.Converter.PayloadConverter));
                return false;
            }
        }
        else if (definition == null)
        {
            throw NotFound(request.Request.Input.Name);
        }

        update.Accept();
        return true;
    }

    private void Validate(WorkflowUpdateDefinition? definition, UpdateRequest request)
    {
        var name = request.Request.Input.Name;
        var input = Input(definition ?? throw NotFound(name), request);
        _instance.Guard.Run(
            () =>
            {
                _ = _instance.Object;
                _instance.Inbound.ValidateUpdate(input);
                return true;
            },
            out var commands);
        if (commands > 0)
        {
            throw new ValidatorCommandsException($"Update validator for {name} created workflow commands");
        }
    }

    private async Task HandleAsync(WorkflowUpdateDefinition definition, UpdateMachine update, UpdateRequest request)
    {
        try
        {
            // Decoded anew, so that validator and handler share no objects.
            var result = await _instance.Inbound.HandleUpdateAsync(Input(definition, request));
            update.Complete(_instance.Converter.PayloadConverter.ToPayload(result));
        }
        catch (Exception e) when (_instance.Outcome.IsFailure(e))
        {
            _instance.Logger.LogDebug(e, "Update {UpdateName} failed", request.Request.Input.Name);
            update.Fail(_instance.Converter.FailureConverter.ToFailure(e, _instance.Converter.PayloadConverter));
        }
    }

    private HandleUpdateInput Input(WorkflowUpdateDefinition definition, UpdateRequest request)
    {
        var input = request.Request.Input;
        IReadOnlyList<Payload> payloads = input.Args?.Payloads_ ?? [];
        var args = definition.Dynamic
            ? Parameters.DecodeDynamic(input.Name, payloads)
            : Parameters.Decode(_instance.Converter.PayloadConverter, payloads, definition.Handler.Parameters);
        return new(request.ProtocolInstanceId, input.Name, definition, args, CallHeaders.Read(input.Header));
    }

    private InvalidOperationException NotFound(string name) =>
        new($"Update handler for {name} expected but not found, known updates: [{string.Join(' ', Table.Keys)}]");

    private sealed class ValidatorCommandsException(string message) : Exception(message);
}
