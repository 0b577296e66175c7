using System.Text.Encodings.Web;
using System.Text.Json;
using Gauntlet.Temporal.Server.Visibility.Attributes;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>Search attributes that are lists of words and that the server itself keeps for a run.</summary>
internal static class KeywordLists
{
    // As Go writes JSON: a plus sign stays one.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The words that a run has; none where it has no such attribute.</summary>
    public static IReadOnlyList<string> Words(this RunState state, string attribute) =>
        state.SearchAttributes?.IndexedFields.TryGetValue(attribute, out var known) == true
        && SearchAttributeValue.TryRead(known, IndexedValueType.KeywordList, out var value) && value is IReadOnlyList<string> list ? list : [];

    /// <summary>Sets the words; without any the attribute goes.</summary>
    public static void SetWords(this RunState state, string attribute, IReadOnlyList<string> words)
    {
        var attributes = state.SearchAttributes?.Clone() ?? new SearchAttributes();
        if (words.Count == 0) attributes.IndexedFields.Remove(attribute);
        else
        {
            attributes.IndexedFields[attribute] = new()
            {
                Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain"), ["type"] = ByteString.CopyFromUtf8("KeywordList") },
                Data = ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(words, Plain)),
            };
        }

        state.SearchAttributes = attributes;
    }
}
