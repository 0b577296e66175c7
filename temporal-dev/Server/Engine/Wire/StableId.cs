using System.Security.Cryptography;
using System.Text;

namespace Gauntlet.Temporal.Server.Engine.Wire;

/// <summary>Request ids that come out the same however often something is tried, so that it is done once.</summary>
internal static class StableId
{
    /// <summary>A UUID made of names; their order and borders count.</summary>
    public static string Of(params IEnumerable<string> names)
    {
        var text = string.Concat(names.Select(static name => $"{name.Length}:{name}"));
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)).ToString();
    }
}
