using Gauntlet.Temporal.Server.Visibility;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Gauntlet.Temporal.Server.Engine.Wire;

/// <summary>Names the type of each search attribute in its payload, where the sender left it out: readers of histories rely on it.</summary>
internal static class SearchAttributeTypes
{
    private const string Type = "type";

    public static SearchAttributes? Complete(ISearchAttributeCatalog catalog, string @namespace, SearchAttributes? given)
    {
        if (given is null)
        {
            return null;
        }

        var complete = given.Clone();
        foreach (var (name, value) in complete.IndexedFields)
        {
            if (!value.Metadata.ContainsKey(Type) && catalog.TryGetType(@namespace, name, out var type))
            {
                value.Metadata[Type] = ByteString.CopyFromUtf8(type.ToString());
            }
        }

        return complete;
    }
}
