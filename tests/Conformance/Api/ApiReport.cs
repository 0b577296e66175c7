using System.Reflection;

namespace Gauntlet.Conformance.Tests.Api;

/// <summary>Our public surface beside the official one.</summary>
internal sealed class ApiReport
{
    private readonly IReadOnlyList<OfficialMember> _official = OfficialApi.Read();

    public ApiReport()
    {
        Missing = [.. _official.Where(member => Find(member) is null)];
        Different = [.. _official.SelectMany(member => ManagedApi.Members.TryGetValue(member.Id, out var ours) ? ApiDifference.Of(member, ours) : [])];
        var ids = _official.Select(member => member.Id).ToHashSet(StringComparer.Ordinal);
        Extra = [.. ManagedApi.Members
            .Where(ours => !ids.Contains(ours.Key) && !ManagedApi.IsCompilerMade(ours.Value) && !ManagedApi.IsOverride(ours.Value))
            .Select(ours => ours.Key)
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>What the official packages have and ours have not.</summary>
    public IReadOnlyList<OfficialMember> Missing { get; }

    /// <summary>Facts in which members that both have differ.</summary>
    public IReadOnlyList<string> Different { get; }

    /// <summary>Ids that only ours have.</summary>
    public IReadOnlyList<string> Extra { get; }

    /// <summary>How many members a part of the official surface has.</summary>
    public int Count(ApiShare share) => _official.Count(member => member.Share == share);

    /// <summary>How much of a part is there, from 0 to 1.</summary>
    public double Fraction(ApiShare share) => 1 - ((double)Missing.Count(member => member.Share == share) / Count(share));

    /// <summary>A line a part.</summary>
    public IEnumerable<string> Summary() => Enum.GetValues<ApiShare>().Select(share =>
        $"{share}: {Count(share) - Missing.Count(member => member.Share == share)} of {Count(share)} ({Fraction(share):P2})");

    /// <summary>Everything, a line each.</summary>
    public IEnumerable<string> Lines() =>
    [
        .. Summary(),
        .. Missing.Select(member => $"missing ({member.Share}) {member.Id}"),
        .. Different.Select(difference => $"different {difference}"),
        .. Extra.Select(id => $"extra {id}"),
    ];

    // A member that the official type says anew may as well be the base type's.
    private static MemberInfo? Find(OfficialMember member)
    {
        if (ManagedApi.Members.TryGetValue(member.Id, out var ours)) return ours;
        if (!member.Facts.Contains("override") || !ManagedApi.Members.TryGetValue(member.TypeId, out var type)) return null;
        var suffix = member.Id[member.TypeId.Length..];
        for (var ancestor = ((Type)type).BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            var found = ancestor.GetMembers(ManagedApi.Declared).FirstOrDefault(candidate => candidate is not Type && DocumentationId.Of(candidate).EndsWith(suffix, StringComparison.Ordinal));
            if (found is not null) return found;
        }

        return null;
    }
}
