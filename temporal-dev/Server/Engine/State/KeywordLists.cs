using System.Text.Encodings.Web;
using System.Text.Json;
using Gauntlet.Temporal.Server.Visibility.Attributes;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>Search attributes that are words, or lists of them, and that the server itself keeps for a run.</summary>
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
            attributes.IndexedFields[attribute] = Payload(words, IndexedValueType.KeywordList);
        }

        state.SearchAttributes = attributes;
    }

    /// <summary>Takes all words away and leaves the attribute, as the real server does where a run is no longer pinned.</summary>
    public static void ClearWords(this RunState state, string attribute) => Put(state, attribute, Payload<string[]?>(null, IndexedValueType.KeywordList));

    /// <summary>Whether the run has an attribute, be it empty.</summary>
    public static bool HasAttribute(this RunState state, string attribute) => state.SearchAttributes?.IndexedFields.ContainsKey(attribute) == true;

    /// <summary>The one word of an attribute; null where the run has none.</summary>
    public static string? Word(this RunState state, string attribute) =>
        state.SearchAttributes?.IndexedFields.TryGetValue(attribute, out var known) == true
        && SearchAttributeValue.TryRead(known, IndexedValueType.Keyword, out var value) ? value as string : null;

    /// <summary>Sets the one word of an attribute; it may be empty.</summary>
    public static void SetWord(this RunState state, string attribute, string word) => Put(state, attribute, Payload(word, IndexedValueType.Keyword));

    private static void Put(RunState state, string attribute, Payload payload)
    {
        var attributes = state.SearchAttributes?.Clone() ?? new SearchAttributes();
        attributes.IndexedFields[attribute] = payload;
        state.SearchAttributes = attributes;
    }

    private static Payload Payload<T>(T value, IndexedValueType type) => new()
    {
        Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain"), ["type"] = ByteString.CopyFromUtf8(type.ToString()) },
        Data = ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(value, Plain)),
    };
}
