using Microsoft.Extensions.Logging;
using Temporalio.Api.History.V1;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Worker.Instances;

/// <summary>Gives signals to their handlers; those without one wait until there is one.</summary>
internal sealed class SignalHandling
{
    private readonly WorkflowInstance _instance;
    private readonly List<WorkflowExecutionSignaledEventAttributes> _buffered = [];
    private WorkflowSignalDefinition? _dynamic;

    /// <summary>Makes the part of a run that handles signals.</summary>
    public SignalHandling(WorkflowInstance instance)
    {
        _instance = instance;
        _dynamic = instance.Settings.Definition.DynamicSignal;
        Table = new(instance.Settings.Definition.Signals, d => d.Name, instance.Guard, (name, _) => Deliver(s => s.SignalName == name));
    }

    /// <summary>Handlers by name.</summary>
    public HandlerTable<WorkflowSignalDefinition> Table { get; }

    /// <summary>Handler of every other signal; null for none.</summary>
    public WorkflowSignalDefinition? Dynamic
    {
        get => _dynamic;
        set
        {
            _instance.Guard.RequireWritable("modify workflow handlers");
            if (value is { Dynamic: false })
            {
                throw new ArgumentException($"Signal {value.Name} is not dynamic", nameof(value));
            }

            _dynamic = value;
            if (value != null)
            {
                Deliver(s => !DefinitionNames.IsReserved(s.SignalName));
            }
        }
    }

    /// <summary>Takes a signal.</summary>
    public void Receive(WorkflowExecutionSignaledEventAttributes signal)
    {
        if (Find(signal.SignalName) is { } definition)
        {
            Handle(definition, signal);
        }
        else
        {
            _buffered.Add(signal);
        }
    }

    private WorkflowSignalDefinition? Find(string name) =>
        Table.TryGetValue(name, out var definition) ? definition : DefinitionNames.IsReserved(name) ? null : _dynamic;

    private void Deliver(Predicate<WorkflowExecutionSignaledEventAttributes> now)
    {
        var ready = _buffered.FindAll(now);
        _buffered.RemoveAll(now);
        foreach (var signal in ready)
        {
            Receive(signal);
        }
    }

    private void Handle(WorkflowSignalDefinition definition, WorkflowExecutionSignaledEventAttributes signal)
    {
        var running = _instance.Handlers.Begin(signal.SignalName, null, definition.UnfinishedPolicy);
        _ = _instance.Start(async () =>
        {
            using var ending = running;
            await _instance.Outcome.GuardAsync(async () =>
            {
                if (TryDecode(definition, signal, out var args))
                {
                    // The workflow object comes first: its constructor may fail, which then counts like a failure of the handler.
                    _ = _instance.Object;
                    await _instance.Inbound.HandleSignalAsync(
                        new HandleSignalInput(signal.SignalName, definition, args, CallHeaders.Read(signal.Header)));
                }
            });
        });
    }

    // A sender's mistake must not stop the run: the signal is dropped, loudly.
    private bool TryDecode(WorkflowSignalDefinition definition, WorkflowExecutionSignaledEventAttributes signal, out object?[] args)
    {
        IReadOnlyList<Api.Common.V1.Payload> payloads = signal.Input?.Payloads_ ?? [];
        try
        {
            args = definition.Dynamic
                ? Parameters.DecodeDynamic(signal.SignalName, payloads)
                : Parameters.Decode(_instance.Converter.PayloadConverter, payloads, definition.Handler.Parameters);
            return true;
        }
        catch (InvalidOperationException e)
        {
            _instance.Logger.LogError(e, "Failed decoding signal args for {SignalName}, dropping the signal", signal.SignalName);
            args = [];
            return false;
        }
    }
}
