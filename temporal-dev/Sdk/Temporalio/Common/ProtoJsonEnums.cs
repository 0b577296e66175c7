using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;

namespace Temporalio.Common;

/// <summary>
/// Rewrites the short spelling of enum values that Temporal's command line and Web UI use (<c>Sticky</c>) into the one
/// that protobuf's JSON asks for (<c>TASK_QUEUE_KIND_STICKY</c>).
/// </summary>
internal static class ProtoJsonEnums
{
    /// <summary>Rewrites the JSON of a message in place.</summary>
    public static void Canonicalise(JsonNode? node, MessageDescriptor message)
    {
        if (node is not JsonObject members)
        {
            return;
        }

        foreach (var (name, value) in members.ToList())
        {
            var field = message.Fields.InFieldNumberOrder().FirstOrDefault(f => f.JsonName == name || f.Name == name);
            if (value is null || field is null)
            {
                continue;
            }

            if (field.IsMap)
            {
                var item = field.MessageType.FindFieldByNumber(2);
                foreach (var (key, element) in value.AsObject().ToList())
                {
                    Apply(element, item, text => value[key] = text);
                }
            }
            else if (field.IsRepeated && value is JsonArray list)
            {
                for (var i = 0; i < list.Count; i++)
                {
                    var index = i;
                    Apply(list[i], field, text => list[index] = text);
                }
            }
            else
            {
                Apply(value, field, text => members[name] = text);
            }
        }
    }

    private static void Apply(JsonNode? value, FieldDescriptor field, Action<string> replace)
    {
        switch (field.FieldType)
        {
            case FieldType.Message:
                Canonicalise(value, field.MessageType);
                break;
            case FieldType.Enum when value is JsonValue scalar && scalar.TryGetValue<string>(out var text):
                if (field.EnumType.FindValueByName(text) is null && Find(field.EnumType, text) is { } canonical)
                {
                    replace(canonical);
                }

                break;
        }
    }

    // Every value is spelt as its enum's name and its own: TaskQueueKind and Sticky make TASK_QUEUE_KIND_STICKY.
    private static string? Find(EnumDescriptor type, string text) => type.Values
        .Select(value => value.Name)
        .FirstOrDefault(name => Flat(name).Equals(Flat(type.Name + text), StringComparison.OrdinalIgnoreCase));

    private static string Flat(string text) => text.Replace("_", string.Empty, StringComparison.Ordinal);
}
