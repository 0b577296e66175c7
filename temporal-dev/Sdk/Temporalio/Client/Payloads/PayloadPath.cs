using System.Collections.Concurrent;
using Google.Protobuf.Reflection;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Client;

/// <summary>A field of a message that is measured, or that leads to fields that are.</summary>
/// <param name="Field">The field.</param>
/// <param name="Rule">How it is measured; null if it leads on.</param>
internal sealed record PayloadPath(FieldDescriptor Field, PayloadRule? Rule)
{
    private static readonly ConcurrentDictionary<MessageDescriptor, PayloadPath[]> ByMessage = new();

    // Measured as a whole or not at all.
    private static readonly HashSet<MessageDescriptor> Leaves =
    [
        Payload.Descriptor, Payloads.Descriptor, Memo.Descriptor, Header.Descriptor, SearchAttributes.Descriptor, Failure.Descriptor,
        Google.Protobuf.WellKnownTypes.Any.Descriptor,
    ];

    /// <summary>The fields of a message that matter.</summary>
    public static PayloadPath[] Of(MessageDescriptor message) =>
        ByMessage.TryGetValue(message, out var known) ? known : ByMessage.GetOrAdd(message, Find(message, []));

    private static PayloadPath[] Find(MessageDescriptor message, HashSet<MessageDescriptor> above)
    {
        if (!above.Add(message))
        {
            return [];
        }

        var found = new List<PayloadPath>();
        foreach (var field in message.Fields.InDeclarationOrder())
        {
            if (PayloadRules.Of(field.FullName) is { } rule)
            {
                found.Add(new(field, rule));
            }
            else if (Target(field) is { } target && !Leaves.Contains(target) && Find(target, above).Length > 0)
            {
                found.Add(new(field, null));
            }
        }

        above.Remove(message);
        return [.. found];
    }

    private static MessageDescriptor? Target(FieldDescriptor field)
    {
        var value = field.IsMap ? field.MessageType.Fields.InFieldNumberOrder()[1] : field;
        return value.FieldType == FieldType.Message ? value.MessageType : null;
    }
}
