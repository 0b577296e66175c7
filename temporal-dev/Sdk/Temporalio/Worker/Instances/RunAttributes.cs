using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Worker.Machines;
using Temporalio.Workflows;

namespace Temporalio.Worker.Instances;

/// <summary>Memo and search attributes of a run, as its code has changed them.</summary>
/// <param name="instance">The run.</param>
internal sealed class RunAttributes(WorkflowInstance instance)
{
    private readonly SortedDictionary<string, IRawValue> _memo = new(StringComparer.Ordinal);

    /// <summary>Memo.</summary>
    public IReadOnlyDictionary<string, IRawValue> Memo => _memo;

    /// <summary>Search attributes.</summary>
    public SearchAttributeCollection SearchAttributes { get; private set; } = SearchAttributeCollection.Empty;

    /// <summary>A memo to send.</summary>
    /// <exception cref="ArgumentException">A value is null.</exception>
    public static Memo ToMemo(WorkflowInstance instance, IReadOnlyDictionary<string, object> values)
    {
        var memo = new Memo();
        foreach (var (key, value) in values)
        {
            memo.Fields.Add(key, instance.Converter.PayloadConverter.ToPayload(
                value ?? throw new ArgumentException($"Memo value for {key} cannot be null", nameof(values))));
        }

        return memo;
    }

    /// <summary>Takes what the run began with.</summary>
    public void Start(WorkflowExecutionStartedEventAttributes started)
    {
        foreach (var (key, payload) in started.Memo?.Fields ?? [])
        {
            _memo[key] = new RawValue(payload);
        }

        if (started.SearchAttributes is { IndexedFields.Count: > 0 } attributes)
        {
            SearchAttributes = SearchAttributeCollection.FromProto(attributes);
        }
    }

    /// <summary>The memo to send; null if it is empty.</summary>
    public Memo? MemoProto()
    {
        if (_memo.Count == 0)
        {
            return null;
        }

        var memo = new Memo();
        foreach (var (key, value) in _memo)
        {
            memo.Fields.Add(key, value.Payload);
        }

        return memo;
    }

    /// <summary>Changes the memo, here at once and on the server with the task's completion.</summary>
    /// <exception cref="ArgumentException">Nothing to change, or a key twice.</exception>
    public void Upsert(IReadOnlyCollection<MemoUpdate> updates)
    {
        instance.Guard.RequireEffects("issue workflow commands");
        RequireDistinct(updates.Select(u => u.UntypedKey).ToList(), "memo");
        var memo = new Memo();
        foreach (var update in updates)
        {
            var payload = instance.Converter.PayloadConverter.ToPayload(update.HasValue ? update.UntypedValue : null);
            memo.Fields.Add(update.UntypedKey, payload);
            if (update.HasValue)
            {
                _memo[update.UntypedKey] = new RawValue(payload);
            }
            else
            {
                _memo.Remove(update.UntypedKey);
            }
        }

        var command = new Command
        {
            CommandType = CommandType.ModifyWorkflowProperties,
            ModifyWorkflowPropertiesCommandAttributes = new() { UpsertedMemo = memo },
        };
        new ModifyPropertiesMachine(instance.Machines, command).Move(RecordedCommandMachine.Inputs.Issue);
    }

    /// <summary>Changes search attributes, here at once and on the server with the task's completion.</summary>
    /// <exception cref="ArgumentException">Nothing to change, or a key twice.</exception>
    public void Upsert(IReadOnlyCollection<SearchAttributeUpdate> updates)
    {
        instance.Guard.RequireEffects("issue workflow commands");
        RequireDistinct(updates.Select(u => u.UntypedKey.Name).ToList(), "search attribute");
        var attributes = new SearchAttributes();
        foreach (var update in updates)
        {
            attributes.IndexedFields.Add(
                update.UntypedKey.Name,
                SearchAttributePayload.ToPayload(update.UntypedKey, update.HasValue ? update.UntypedValue : null));
        }

        // What is unset has an empty payload, which reading drops.
        var proto = SearchAttributes.ToProto();
        foreach (var (name, payload) in attributes.IndexedFields)
        {
            proto.IndexedFields[name] = payload;
        }

        SearchAttributes = SearchAttributeCollection.FromProto(proto);
        var command = new Command
        {
            CommandType = CommandType.UpsertWorkflowSearchAttributes,
            UpsertWorkflowSearchAttributesCommandAttributes = new() { SearchAttributes = attributes },
        };
        new UpsertSearchAttributesMachine(instance.Machines, command, followsPatch: false).Move(RecordedCommandMachine.Inputs.Issue);
    }

    private static void RequireDistinct(List<string> keys, string kind)
    {
        if (keys.Count == 0)
        {
            throw new ArgumentException($"At least one {kind} update required");
        }

        var twice = keys.GroupBy(k => k, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (twice != null)
        {
            throw new ArgumentException($"Duplicate {kind} update for key {twice.Key}");
        }
    }
}
