using Temporalio.Tests.Servers;

namespace Gauntlet.Conformance.Tests.Behaviours;

public sealed class BehaviourOnRealServerTests(RealServer server, BehaviourResults results)
    : BehaviourContract(server, results), IClassFixture<RealServer>, IClassFixture<BehaviourResults>;
