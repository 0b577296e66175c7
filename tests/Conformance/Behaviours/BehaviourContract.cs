using Temporalio.Tests.Servers;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Every behaviour, seen on a server, is what the checked-in list says; the list was recorded on Temporal's own server.</summary>
public abstract class BehaviourContract
{
    private readonly IReadOnlyDictionary<string, string> _seen;

    protected BehaviourContract(ServerFixture server, BehaviourResults results)
    {
        Skip.If(server.Absent is not null, server.Absent);
        _seen = results.Of(server);
    }

    /// <summary>Names of all behaviours.</summary>
    public static TheoryData<string> Names => [.. BehaviourSuite.All.Select(behaviour => behaviour.Name)];

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Behaviour_Played_IsAsRecorded(string name) => _seen[name].ShouldBe(ExpectedBehaviours.Of(name));
}
